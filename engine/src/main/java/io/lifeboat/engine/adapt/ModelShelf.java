package io.lifeboat.engine.adapt;

import io.lifeboat.engine.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Versions of a model on disk, and which of them is in use: {@code 1/}, {@code 2/} and so on, beside a file {@code pointers} that names the
 * current and the previous one. A version is there as a whole or not at all, and is never written again. A broken current version
 * falls back to the previous one and then to none, with the reasons. The newest five are kept besides those in use. One writer at a
 * time; not thread-safe.
 *
 * @param <M> the model
 */
public final class ModelShelf<M> {

    private static final int KEPT = 5;

    private final Path directory;
    private final ModelStorage<M> storage;

    /** A shelf in a directory, which is made when the first model comes. */
    public ModelShelf(Path directory, ModelStorage<M> storage) {
        this.directory = directory;
        this.storage = storage;
    }

    /** Stores a model under the next number, which it returns. It is not in use yet; those that never came to be make room for it. */
    public int add(M model) throws IOException {
        Files.createDirectories(directory);
        int version = versions().stream().reduce(pointersOrNone().current(), Math::max) + 1;
        Path partial = directory.resolve(version + ".partial");
        FileTrees.delete(partial);
        Files.createDirectory(partial);
        storage.save(model, partial);
        Files.move(partial, directory.resolve(Integer.toString(version)), StandardCopyOption.ATOMIC_MOVE);
        prune();
        return version;
    }

    /** Reads a version. */
    public M load(int version) throws IOException {
        return storage.load(directory.resolve(Integer.toString(version)));
    }

    /**
     * Puts a version in use.
     *
     * @param version the new one
     * @param previous the one to fall back to: what was in use so far, which need not be the current one if that was broken; 0 for none
     */
    public void promote(int version, int previous) throws IOException {
        if (!versions().contains(version)) {
            throw new IOException("There is no version %d in %s, only %s.".formatted(version, directory, versions()));
        }
        new Pointers(version, previous).write(directory);
        prune();
    }

    /**
     * Takes a version out of use: the one before it, or none, is the current one then. It is never used again by itself.
     *
     * @param failed the version in use, current or previous
     */
    public void rollBack(int failed) throws IOException {
        Pointers pointers = pointersOrNone();
        Files.createDirectories(directory);
        new Pointers(pointers.current() == failed ? pointers.previous() : 0, 0).write(directory);
    }

    /** The current model, or else the previous one, or else none. */
    public Shelved<M> current() {
        List<String> problems = new ArrayList<>();
        Pointers pointers = Pointers.NONE;
        try {
            pointers = Pointers.read(directory);
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        for (int version : new int[] {pointers.current(), pointers.previous()}) {
            if (version != 0) {
                try {
                    return new Shelved<>(version, Optional.of(load(version)), problems);
                } catch (IOException | RuntimeException e) {
                    problems.add("Version %d cannot be used: %s".formatted(version, e.getMessage()));
                }
            }
        }
        return new Shelved<>(0, Optional.empty(), problems);
    }

    /** The numbers of the versions there are, lowest first. */
    public List<Integer> versions() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9]\\d{0,8}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        }
    }

    private Pointers pointersOrNone() {
        try {
            return Pointers.read(directory);
        } catch (IOException e) {
            // current() reports it; here a broken file only means that it is written anew.
            return Pointers.NONE;
        }
    }

    private void prune() throws IOException {
        Pointers pointers = pointersOrNone();
        List<Integer> all = versions();
        for (int version : all.subList(0, Math.max(0, all.size() - KEPT))) {
            if (version != pointers.current() && version != pointers.previous()) {
                FileTrees.delete(directory.resolve(Integer.toString(version)));
            }
        }
    }
}
