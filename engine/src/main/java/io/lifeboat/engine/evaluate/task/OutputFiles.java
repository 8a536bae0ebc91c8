package io.lifeboat.engine.evaluate.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sees to it that outputs can be written and replace no input, before hours of training. */
final class OutputFiles {

    private static final List<String> INPUTS = List.of("train", "test", "labels", "truth", "predicted");

    private OutputFiles() {}

    /** @throws IllegalArgumentException if an output is missing, cannot be written or would replace an input or the other output */
    static void require(EvaluateOptions options) {
        Path predictions = options.predictions();
        Path json = options.json();
        requireWritable("predictions", predictions);
        requireWritable("json", json);
        if (isSame(predictions, json) && !isDevice(json)) {
            throw new IllegalArgumentException(
                    "--predictions and --json are both %s. Maybe end one in .csv and the other in .json."
                            .formatted(json));
        }
        for (String input : INPUTS) {
            for (String read : options.values().getOrDefault(input, List.of())) {
                requireOther("predictions", predictions, input, Path.of(read));
                requireOther("json", json, input, Path.of(read));
            }
        }
    }

    private static void requireWritable(String name, Path file) {
        if (isDevice(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new IllegalArgumentException(
                    "--%s is the directory %s, but must be a file. Maybe add a file name.".formatted(name, file));
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    "--%s is %s, but nothing can be written to %s. Maybe make that directory first."
                            .formatted(name, file, folder));
        }
    }

    private static void requireOther(String name, Path file, String input, Path read) {
        if (isSame(file, read)) {
            throw new IllegalArgumentException(
                    "--%s would replace %s, which --%s reads. Maybe write elsewhere.".formatted(name, file, input));
        }
    }

    private static boolean isSame(Path file, Path other) {
        return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Such as {@code /dev/null}, or a pipe. */
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }
}
