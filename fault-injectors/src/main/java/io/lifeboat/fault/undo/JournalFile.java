package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an undo journal on disk holds.
 *
 * @param owner the process that wrote it
 * @param open what is still to be undone, in the order of registration
 * @param unreadable lines that make no sense; all others still count
 */
record JournalFile(ProcessIdentity owner, List<UndoAction> open, List<String> unreadable) {

    /**
     * Reads a journal. A last line that was cut off in the middle was not yet promised to anybody, and is left out.
     *
     * @return empty if not even the owner's line is complete: then nothing was touched yet
     * @throws IOException if it cannot be read, or is no undo journal
     */
    static Optional<JournalFile> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        int complete = text.endsWith("\n") ? lines.size() : Math.max(0, lines.size() - 1);
        if (complete == 0) {
            return Optional.empty();
        }
        if (!lines.get(0).matches("owner \\d{1,18} \\d{1,18}")) {
            throw new IOException("%s is no undo journal: its first line names no owner".formatted(file));
        }
        String[] owner = lines.get(0).split(" ");
        ProcessIdentity identity = new ProcessIdentity(Long.parseLong(owner[1]), Long.parseLong(owner[2]));
        return Optional.of(of(identity, lines.subList(1, complete)));
    }

    private static JournalFile of(ProcessIdentity owner, List<String> lines) {
        Map<String, UndoAction> open = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 2 && parts[0].equals("-")) {
                open.remove(parts[1]);
            } else if (parts.length < 3 || !parts[0].equals("+") || !add(parts, open)) {
                unreadable.add(line);
            }
        }
        return new JournalFile(owner, List.copyOf(open.values()), List.copyOf(unreadable));
    }

    private static boolean add(String[] parts, Map<String, UndoAction> open) {
        try {
            open.put(parts[1], UndoCodec.decode(parts[2]));
            return true;
        } catch (IllegalArgumentException e) {
            // Whatever damaged the line, it must not keep the others from being undone; the caller reports it.
            return false;
        }
    }
}
