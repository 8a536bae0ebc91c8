package io.lifeboat.engine.adapt;

import io.lifeboat.engine.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions are in use. Both stand in one small file that is replaced as a whole: no reader, and no crash, can meet one new and one
 * old.
 *
 * @param current version in use; 0 for none
 * @param previous version to fall back to; 0 for none
 */
record Pointers(int current, int previous) {

    static final Pointers NONE = new Pointers(0, 0);

    private static final String FILE = "pointers";
    private static final Pattern TEXT = Pattern.compile("current=(\\d{1,9})\nprevious=(\\d{1,9})\n");

    /** None if there is no file yet. */
    static Pointers read(Path shelf) throws IOException {
        Path file = shelf.resolve(FILE);
        if (Files.notExists(file)) {
            return NONE;
        }
        // Read as bytes: whatever has happened to the file, it is decoded.
        Matcher text = TEXT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (!text.matches()) {
            throw new IOException("%s is broken: it does not name a current and a previous version. Maybe delete it."
                    .formatted(file));
        }
        return new Pointers(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)));
    }

    void write(Path shelf) throws IOException {
        String text = "current=%d\nprevious=%d\n".formatted(current, previous);
        WholeFile.write(shelf.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
    }
}
