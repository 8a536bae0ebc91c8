package io.lifeboat.report.journal;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads journals back. */
public final class JournalReader {

    private static final int SHOWN_OF_A_BROKEN_LINE = 60;

    private JournalReader() {}

    /**
     * All entries in order. A last line that was cut off in the middle of writing is left out; entries of types that a
     * newer version added are, too.
     *
     * @throws JournalException if the file cannot be read or is no journal
     */
    public static List<JournalEntry> read(Path file) {
        String text = text(file);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(JournalWriter.HEADER)) {
            throw new JournalException("%s is no Lifeboat journal of version 1: its first line is not %s."
                    .formatted(file, JournalWriter.HEADER));
        }
        int complete = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        JournalCodec codec = new JournalCodec();
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 1; i < complete; i++) {
            try {
                codec.decode(lines.get(i)).ifPresent(entries::add);
            } catch (JsonParseException | IllegalStateException e) {
                throw new JournalException(
                        "%s, line %d (%s) is broken: %s.%nMaybe the file was edited; delete that line to read the rest."
                                .formatted(file, i + 1, shortened(lines.get(i)), e.getMessage()),
                        e);
            }
        }
        return entries;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalException("Journal %s cannot be read: %s.".formatted(file, e), e);
        }
    }

    private static String shortened(String line) {
        return line.length() <= SHOWN_OF_A_BROKEN_LINE ? line : line.substring(0, SHOWN_OF_A_BROKEN_LINE) + "…";
    }
}
