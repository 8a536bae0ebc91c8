package io.lifeboat.engine.history;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** {@code run.json}: the version of the format, and which run it is. */
final class RunFile {

    /** Raised when older readers could misread what is written. */
    static final int FORMAT = 1;

    private RunFile() {}

    static String write(RunInfo info, Instant recordedAt) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("id", info.id());
        json.addProperty("platform", info.platform());
        json.addProperty("scenario", info.scenario());
        json.addProperty("seed", info.seed());
        json.addProperty("startedAt", info.startedAt().toString());
        info.recording().ifPresent(recording -> json.addProperty("recording", recording));
        json.addProperty("recordedAt", recordedAt.toString());
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    /**
     * Reads the text of the file.
     *
     * @throws HistoryException if a newer version wrote it, or it is damaged
     */
    static RunInfo read(Path file, String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            int format = json.get("format").getAsInt();
            if (format > FORMAT || format < 1) {
                throw new HistoryException(
                        "%s has format %d, and this version reads formats up to %d.%nMaybe use the newer version of Lifeboat that wrote it, or another directory."
                                .formatted(file, format, FORMAT));
            }
            return new RunInfo(
                    text(json, "id"),
                    text(json, "platform"),
                    text(json, "scenario"),
                    json.get("seed").getAsLong(),
                    Instant.parse(text(json, "startedAt")),
                    json.has("recording") ? Optional.of(text(json, "recording")) : Optional.empty());
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException e) {
            // A field that is missing is null to Gson, and told like any other damage.
            throw new HistoryException(
                    "%s is damaged (%s).%nMaybe remove its directory: the other runs do not need it."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static String text(JsonObject json, String field) {
        return json.get(field).getAsString();
    }
}
