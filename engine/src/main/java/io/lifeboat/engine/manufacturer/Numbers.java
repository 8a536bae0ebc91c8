package io.lifeboat.engine.manufacturer;

import java.util.regex.Pattern;

/** Numbers as they may stand in the file: plain decimals, no NaN, no hexadecimal floats, no suffixes of Java. */
final class Numbers {

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static double any(int line, String key, String text) throws Refusal {
        double value = PLAIN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new Refusal(
                    line,
                    "%s is '%s', but must be a number.%s"
                            .formatted(
                                    Spelling.printable(key),
                                    Spelling.printable(text),
                                    text.indexOf(',') >= 0 ? " Maybe write a point for the comma." : ""));
        }
        return value;
    }

    static double above0(int line, String key, String text) throws Refusal {
        double value = any(line, key, text);
        if (!(value > 0)) {
            throw new Refusal(
                    line,
                    "%s is %s, but must be above 0. Maybe the sign is wrong, or leave the line out if it is not known."
                            .formatted(Spelling.printable(key), Spelling.printable(text)));
        }
        return value;
    }

    /** A share of 1, or a percentage with its sign; above 0 and below 1. */
    static double share(int line, String key, String text) throws Refusal {
        boolean percent = text.endsWith("%");
        double given =
                above0(line, key, percent ? text.substring(0, text.length() - 1).strip() : text);
        double value = percent ? given / 100 : given;
        if (!(value < 1)) {
            throw new Refusal(
                    line,
                    "%s is %s, but must be below 1. Maybe it is a percentage: write %s%%."
                            .formatted(key, Spelling.printable(text), given));
        }
        return value;
    }
}
