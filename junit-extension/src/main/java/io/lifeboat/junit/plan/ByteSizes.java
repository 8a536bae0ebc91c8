package io.lifeboat.junit.plan;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts of memory: {@code 64MiB}, {@code 1GiB}, {@code 512KiB}, {@code 1000B}. */
final class ByteSizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s?(B|KiB|MiB|GiB)");
    private static final Map<String, Integer> SHIFT = Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

    private ByteSizes() {}

    static long parse(String attribute, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new PlanException("%s = \"%s\" is not an amount of memory.%nMaybe write \"64MiB\" or \"1GiB\"."
                    .formatted(attribute, text));
        }
        return Long.parseLong(matcher.group(1)) << SHIFT.getOrDefault(matcher.group(2), 0);
    }
}
