package io.lifeboat.fault.undo;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An undo journal in a text file. The first line names the owner; {@code + number action} registers, {@code - number}
 * takes back. Lines go to the operating system before a method returns, so that they outlive this JVM; a line that was
 * cut off in the middle was not yet promised, and is left out when reading.
 */
final class FileUndoJournal implements UndoJournal {

    private final Path file;
    private final FileChannel channel;
    private final Map<Integer, UndoAction> open = new LinkedHashMap<>();
    private int count;

    private FileUndoJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileUndoJournal create(Path file, ProcessIdentity owner) throws IOException {
        FileUndoJournal journal = new FileUndoJournal(
                file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        journal.line("owner %d %d".formatted(owner.pid(), owner.startTicks()));
        return journal;
    }

    @Override
    public synchronized Entry register(UndoAction action) {
        int number = ++count;
        append("+ %d %s".formatted(number, UndoCodec.encode(action)));
        open.put(number, action);
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                takeBack(number);
            }
        };
    }

    private synchronized void takeBack(int number) {
        if (open.remove(number) != null && channel.isOpen()) {
            append("- " + number);
        }
    }

    synchronized List<UndoAction> open() {
        return new ArrayList<>(open.values());
    }

    /** Ends the journal: everything in it is undone. */
    synchronized void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private void append(String text) {
        try {
            line(text);
        } catch (IOException e) {
            throw new FaultException(
                    "Undo journal %s cannot be written: %s.%nNothing was touched. Maybe the disk is full."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void line(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * What a journal holds.
     *
     * @param owner the process that wrote it
     * @param open what is still to be undone, in the order of registration
     */
    record Content(ProcessIdentity owner, List<UndoAction> open) {}

    static Content read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        int complete = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        if (complete < 1 || !lines.get(0).matches("owner \\d+ \\d+")) {
            throw new IOException("%s is no undo journal: its first line names no owner".formatted(file));
        }
        String[] owner = lines.get(0).split(" ");
        Map<String, UndoAction> open = new LinkedHashMap<>();
        for (String line : lines.subList(1, complete)) {
            String[] parts = line.split(" ", 3);
            if (parts[0].equals("+")) {
                open.put(parts[1], UndoCodec.decode(parts[2]));
            } else {
                open.remove(parts[1]);
            }
        }
        return new Content(
                new ProcessIdentity(Long.parseLong(owner[1]), Long.parseLong(owner[2])), List.copyOf(open.values()));
    }
}
