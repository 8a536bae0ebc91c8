package io.lifeboat.engine.manufacturer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file of manufacturer data; whatever is not understood is refused. */
final class DataFile {

    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_LINE = 1_000;
    private static final String NODE = "node ";
    private static final String FORMAT = "format = 1";

    private final Path file;
    private final List<DeviceModel> models = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<NodeSection> nodes = new ArrayList<>();
    private @Nullable ModelSection section;
    private @Nullable NodeSection node;
    private boolean formatSeen;

    private DataFile(Path file) {
        this.file = file;
    }

    static ManufacturerData read(Path file) throws IOException {
        return new DataFile(file).parse(text(file));
    }

    private static String text(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(
                    file.toString(), null, "There is no such file. Maybe the path is relative to another directory.");
        }
        if (!Files.isRegularFile(file)) {
            throw new ManufacturerDataException(file, 0, "It is no regular file. Maybe name a file in it.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new ManufacturerDataException(
                    file, 0, "It has more than %d MiB. Maybe it is another file.".formatted(MOST_BYTES >> 20));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ManufacturerDataException(
                    file, firstBadLine(bytes), "It is not UTF-8. Maybe save it with that encoding.");
        }
    }

    private static int firstBadLine(byte[] bytes) {
        // Where decoding failed first there is a replacement character, if the author did not write one himself.
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        return 1
                + (int) lenient.substring(0, lenient.indexOf('\uFFFD'))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private ManufacturerData parse(String text) throws ManufacturerDataException {
        String[] lines = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                line(i + 1, lines[i]);
            } catch (Refusal e) {
                throw new ManufacturerDataException(file, e.line > 0 ? e.line : i + 1, String.valueOf(e.getMessage()));
            }
        }
        try {
            finishSection();
        } catch (Refusal e) {
            throw new ManufacturerDataException(file, e.line, String.valueOf(e.getMessage()));
        }
        if (models.isEmpty()) {
            throw new ManufacturerDataException(
                    file, 0, "It names no model. Maybe add a section such as [ST4000DM000].");
        }
        return withNodes();
    }

    private ManufacturerData withNodes() throws ManufacturerDataException {
        List<NodeDevices> known = new ArrayList<>();
        for (NodeSection one : nodes) {
            try {
                known.add(one.finish(models));
            } catch (Refusal e) {
                throw new ManufacturerDataException(file, e.line, String.valueOf(e.getMessage()));
            }
        }
        return new ManufacturerData(models, known);
    }

    private void line(int number, String raw) throws Refusal {
        requireSane(raw);
        String line = raw.strip();
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        if (!formatSeen) {
            requireFormat(line);
            formatSeen = true;
        } else if (line.startsWith("[")) {
            finishSection();
            begin(number, nameOf(line));
        } else if (node != null) {
            node.entry(number, line);
        } else if (section == null) {
            throw new Refusal("'%s' belongs to no model. Maybe put [the model's name] before it."
                    .formatted(Spelling.printable(line)));
        } else {
            section.entry(number, line);
        }
    }

    private void begin(int number, String name) {
        if (name.startsWith(NODE)) {
            node = new NodeSection(name.substring(NODE.length()).strip(), number);
            nodes.add(node);
        } else {
            section = new ModelSection(name, number);
        }
    }

    private static void requireSane(String line) throws Refusal {
        if (line.length() > LONGEST_LINE) {
            throw new Refusal("It has %d characters, at most %d are read. Maybe it is another file."
                    .formatted(line.length(), LONGEST_LINE));
        }
        if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            throw new Refusal(
                    "'%s' has a control character. Maybe it is a binary file.".formatted(Spelling.printable(line)));
        }
    }

    private static void requireFormat(String line) throws Refusal {
        if (!line.replaceAll("\\s+", " ").equals(FORMAT)) {
            throw new Refusal(
                    "'%s' must be '%s': it tells which version of the format follows. Maybe it is another file."
                            .formatted(Spelling.printable(line), FORMAT));
        }
    }

    private String nameOf(String line) throws Refusal {
        String name = line.endsWith("]") ? line.substring(1, line.length() - 1).strip() : "";
        if (name.isEmpty() || name.length() > 100) {
            throw new Refusal("'%s' must be a model's name of 1 to 100 characters in brackets, such as [ST4000DM000]."
                    .formatted(Spelling.printable(line)));
        }
        if (!names.add(name)) {
            throw new Refusal("%s'%s' is there twice. Maybe delete one, or put both together."
                    .formatted(name.startsWith(NODE) ? "" : "Model ", Spelling.printable(name)));
        }
        return name;
    }

    private void finishSection() throws Refusal {
        if (section != null) {
            models.add(section.finish());
        }
        section = null;
        node = null;
    }
}
