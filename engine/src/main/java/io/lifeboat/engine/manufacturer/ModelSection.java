package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import io.lifeboat.engine.model.calibration.WeibullLife;
import io.lifeboat.engine.prediction.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of one model, until they are complete. */
final class ModelSection {

    private static final String COMPONENT = "component";
    private static final String RATE = "annualised-failure-rate";
    private static final String WORTH = "prior-device-years";
    private static final String FAILED = "observed-failures";
    private static final String YEARS = "observed-device-years";
    private static final String SHAPE = "weibull-shape";
    private static final String SCALE = "weibull-scale-hours";
    private static final String TOLERANCE = "tolerance.";
    private static final List<String> KEYS =
            List.of(COMPONENT, RATE, WORTH, FAILED, YEARS, SHAPE, SCALE, TOLERANCE + "<metric>");

    private final String name;
    private final int start;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A value and where it stands. */
    private record Entry(int line, String value) {}

    ModelSection(String name, int start) {
        this.name = name;
        this.start = start;
    }

    void entry(int line, String text) throws Refusal {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new Refusal("'%s' must be a line 'key = value'. Maybe the '=' is missing, or a '#' before a comment."
                    .formatted(Spelling.printable(text)));
        }
        String key = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        if (!KEYS.contains(key) && !isNamed(key, TOLERANCE) || key.endsWith(">")) {
            throw new Refusal(
                    "There is no key '%s'.%s".formatted(Spelling.printable(key), Spelling.suggestion(key, KEYS)));
        }
        if (entries.put(key, new Entry(line, withoutComment(text.substring(equals + 1)))) != null) {
            throw new Refusal("'%s' is there twice in model '%s'. Maybe delete one."
                    .formatted(Spelling.printable(key), Spelling.printable(name)));
        }
    }

    private static boolean isNamed(String key, String prefix) {
        return key.startsWith(prefix) && key.length() > prefix.length();
    }

    private static String withoutComment(String value) {
        int comment = value.indexOf('#');
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    DeviceModel finish() throws Refusal {
        Component component = component();
        List<Tolerance> tolerances = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            String key = entry.getKey();
            Entry value = entry.getValue();
            if (isNamed(key, TOLERANCE)) {
                tolerances.add(
                        ToleranceText.parse(value.line(), key.substring(TOLERANCE.length()), value.value(), component));
            }
        }
        GammaPoissonRate prior = prior();
        return new DeviceModel(name, component, prior, observed(prior), life(), tolerances);
    }

    private Component component() throws Refusal {
        Entry entry = required(COMPONENT, "disk");
        List<String> known = Arrays.stream(Component.values())
                .map(component -> component.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(entry.value().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new Refusal(
                    entry.line(),
                    "There is no component '%s'.%s"
                            .formatted(Spelling.printable(entry.value()), Spelling.suggestion(entry.value(), known)));
        }
        return Component.values()[index];
    }

    private GammaPoissonRate prior() throws Refusal {
        Entry rate = required(RATE, "1.2%");
        double share = Numbers.share(rate.line(), RATE, rate.value());
        Entry worth = entries.get(WORTH);
        double years =
                worth == null ? GammaPoissonRate.USUAL_PRIOR_YEARS : Numbers.above0(worth.line(), WORTH, worth.value());
        return GammaPoissonRate.prior(share, years);
    }

    private GammaPoissonRate observed(GammaPoissonRate prior) throws Refusal {
        Entry failed = entries.get(FAILED);
        Entry years = entries.get(YEARS);
        if (failed == null && years == null) {
            return prior;
        }
        if (failed == null || years == null) {
            throw unpaired(failed == null ? years : failed, FAILED, YEARS);
        }
        double failures = Numbers.any(failed.line(), FAILED, failed.value());
        if (failures < 0) {
            throw new Refusal(
                    failed.line(),
                    "%s is %s, but must be 0 or more.".formatted(FAILED, Spelling.printable(failed.value())));
        }
        return prior.observe(failures, Numbers.above0(years.line(), YEARS, years.value()));
    }

    private Optional<WeibullLife> life() throws Refusal {
        Entry shape = entries.get(SHAPE);
        Entry scale = entries.get(SCALE);
        double shapeValue = optional(SHAPE, shape);
        double scaleValue = optional(SCALE, scale);
        if (shape == null && scale == null) {
            return Optional.empty();
        }
        if (shape == null) {
            throw unpaired(scale, SHAPE, SCALE);
        }
        if (scale == null) {
            throw unpaired(shape, SHAPE, SCALE);
        }
        return Optional.of(new WeibullLife(shapeValue, scaleValue));
    }

    private static Refusal unpaired(@Nullable Entry present, String one, String other) {
        return new Refusal(
                present == null ? 0 : present.line(),
                "%s and %s go together, but one is missing. Maybe add it.".formatted(one, other));
    }

    private static double optional(String key, @Nullable Entry entry) throws Refusal {
        return entry == null ? Double.NaN : Numbers.above0(entry.line(), key, entry.value());
    }

    private Entry required(String key, String example) throws Refusal {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new Refusal(
                    start,
                    "Model '%s' has no %s. Maybe add a line such as '%s = %s'."
                            .formatted(Spelling.printable(name), key, key, example));
        }
        return entry;
    }
}
