package io.lifeboat.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as in WCAG 2.2, level AA: 4.5 to 1 for text (1.4.3), 3 to 1 for what charts are made of (1.4.11). */
class PaletteTests {

    private static final int LIGHT = 0;
    private static final int DARK = 1;

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void textCanBeReadOnEveryBackground(int scheme) throws IOException {
        Map<String, Double> luminance = palette(scheme);
        for (String text : List.of("ink", "soft", "good", "bad", "warn", "a")) {
            for (String background : List.of("bg", "card", "caution")) {
                atLeast(4.5, luminance, text, background);
            }
        }
        for (String bar : List.of("fault", "warn", "c", "a", "b", "soft")) {
            atLeast(4.5, luminance, "card", bar);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void linesStandOutFromTheCard(int scheme) throws IOException {
        for (String line : List.of("a", "b", "c", "max", "warn", "bad", "fault")) {
            atLeast(3, palette(scheme), line, "card");
        }
    }

    private static void atLeast(double ratio, Map<String, Double> luminance, String one, String other) {
        double a = Objects.requireNonNull(luminance.get(one), one);
        double b = Objects.requireNonNull(luminance.get(other), other);
        assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
                .as("contrast of --%s and --%s", one, other)
                .isGreaterThanOrEqualTo(ratio);
    }

    private static Map<String, Double> palette(int scheme) throws IOException {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String root = css.split(":root\\{")[scheme + 1].split("}")[0];
            Map<String, Double> colours = new HashMap<>();
            Matcher one = Pattern.compile("--(\\w+):#([0-9a-f]{6}|[0-9a-f]{3})(?=;|$)")
                    .matcher(root);
            while (one.find()) {
                colours.put(one.group(1), luminance(one.group(2)));
            }
            return colours;
        }
    }

    private static double luminance(String hex) {
        String full = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
        double[] linear = Arrays.stream(new int[] {0, 2, 4})
                .mapToDouble(i -> Integer.parseInt(full.substring(i, i + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
