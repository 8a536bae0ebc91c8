package io.lifeboat.engine.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Small files in which a kernel tells numbers. What cannot be read is empty. */
final class ProcFiles {

    private ProcFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException | SecurityException e) {
            // Absent on this kernel, not allowed, or of a process that has just ended: all mean that there is no value.
            return "";
        }
    }

    static OptionalLong number(Path file) {
        return parse(text(file).trim());
    }

    /** The number after {@code key}, which is at the start of a line and ends in a space, or is followed by {@code =}. */
    static OptionalLong field(String text, String key) {
        int at = text.indexOf(key);
        if (at < 0) {
            return OptionalLong.empty();
        }
        int start = at + key.length();
        while (start < text.length() && !Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return parse(text.substring(start, end));
    }

    static OptionalLong parse(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Readable files that match the globs, in a stable order. */
    static List<Path> find(Path root, String directories, String files) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> outer = Files.newDirectoryStream(root, directories)) {
            for (Path directory : outer) {
                try (DirectoryStream<Path> inner = Files.newDirectoryStream(directory, files)) {
                    inner.forEach(found::add);
                }
            }
        } catch (IOException | SecurityException e) {
            return List.of();
        }
        return found.stream().filter(Files::isReadable).sorted().toList();
    }
}
