package io.lifeboat.report.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Checks a document against those keywords of JSON Schema that the published schema uses. */
final class SchemaCheck {

    private SchemaCheck() {}

    /** What is wrong, each with its path; properties of the top level that the schema does not name are, too. */
    static List<String> problems(JsonElement document, JsonObject schema) {
        List<String> problems = new ArrayList<>();
        check("$", document, schema, problems);
        document.getAsJsonObject().keySet().stream()
                .filter(name -> !schema.getAsJsonObject("properties").has(name))
                .forEach(name -> problems.add("$." + name + " is not in the schema"));
        return problems;
    }

    private static void check(String path, JsonElement value, JsonObject schema, List<String> problems) {
        if (schema.has("type") && !isOf(schema.get("type").getAsString(), value)) {
            problems.add(path + " is no " + schema.get("type").getAsString());
            return;
        }
        if (schema.has("const") && !schema.get("const").getAsString().equals(value.getAsString())) {
            problems.add(path + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
            problems.add(path + " is none of " + schema.get("enum"));
        }
        if (schema.has("minimum") && value.getAsDouble() < schema.get("minimum").getAsDouble()) {
            problems.add(path + " is below " + schema.get("minimum"));
        }
        if (value.isJsonObject()) {
            members(path, value.getAsJsonObject(), schema, problems);
        }
        if (value.isJsonArray() && schema.has("items")) {
            int i = 0;
            for (JsonElement item : value.getAsJsonArray()) {
                check(path + "[" + i++ + "]", item, schema.getAsJsonObject("items"), problems);
            }
        }
    }

    private static void members(String path, JsonObject value, JsonObject schema, List<String> problems) {
        if (schema.has("required")) {
            schema.getAsJsonArray("required").forEach(name -> {
                if (!value.has(name.getAsString())) {
                    problems.add(path + "." + name.getAsString() + " is missing");
                }
            });
        }
        if (schema.has("properties")) {
            JsonObject properties = schema.getAsJsonObject("properties");
            value.entrySet().stream()
                    .filter(member -> properties.has(member.getKey()))
                    .forEach(member -> check(
                            path + "." + member.getKey(),
                            member.getValue(),
                            properties.getAsJsonObject(member.getKey()),
                            problems));
        }
    }

    private static boolean isOf(String type, JsonElement value) {
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "boolean" ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
            case "string" ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
            case "number" ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
            case "integer" ->
                value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                        && value.getAsString().matches("-?\\d+");
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
