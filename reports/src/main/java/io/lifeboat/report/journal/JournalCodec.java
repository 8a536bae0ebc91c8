package io.lifeboat.report.journal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Entries as JSON objects of one line: the field {@code entry}, its kind, first, then the components of the record in order. */
final class JournalCodec {

    private static final Map<String, Class<?>> TYPES = Arrays.stream(JournalEntry.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    /** Not "type": faults have a component of that name, which would overwrite it. */
    private static final String TYPE = "entry";

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    String encode(JournalEntry entry) {
        JsonObject object = new JsonObject();
        object.addProperty(TYPE, entry.getClass().getSimpleName());
        gson.toJsonTree(entry).getAsJsonObject().asMap().forEach(object::add);
        return gson.toJson(object);
    }

    /**
     * Reads an entry; empty if it is of a type that this version does not know.
     *
     * @throws JsonParseException if the line is no entry at all
     */
    Optional<JournalEntry> decode(String line) {
        JsonElement element = JsonParser.parseString(line);
        if (!element.isJsonObject() || !element.getAsJsonObject().has(TYPE)) {
            throw new JsonParseException("it is no JSON object with the field " + TYPE);
        }
        Class<?> type = TYPES.get(element.getAsJsonObject().get(TYPE).getAsString());
        return type == null ? Optional.empty() : Optional.of((JournalEntry) gson.fromJson(element, type));
    }
}
