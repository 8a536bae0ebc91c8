package io.lifeboat.report.output;

import com.google.gson.JsonObject;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures of a test in the index, from its JSON result, in the order of the index's columns. */
final class IndexFigures {

    private static final String NONE = "–";

    static final List<String> UNKNOWN = Collections.nCopies(6, NONE);

    private IndexFigures() {}

    static List<String> of(JsonObject json) {
        if (!json.has("phases") || !json.has("falseAlarms")) {
            throw new IllegalStateException("it is no result of a Lifeboat test");
        }
        JsonObject whole = json.get("phases").getAsJsonObject().get("whole").getAsJsonObject();
        long requests = whole.get("requests").getAsLong();
        return List.of(
                json.has("leadTimeMicros")
                        ? duration(json, "leadTimeMicros", IndexFigures::lead)
                        : duration(
                                json,
                                "noticedMicros",
                                time -> "no run-up; detected " + Texts.duration(time) + " after"),
                duration(json, "slowestMoveMicros", Texts::duration),
                requests == 0 ? NONE : failed(whole, requests),
                duration(whole, "p99Micros", Texts::latency),
                duration(json, "slowestRecoveryMicros", time -> time.isZero() ? "at once" : Texts.duration(time)),
                Texts.count(json.get("falseAlarms").getAsLong()));
    }

    private static String failed(JsonObject whole, long requests) {
        return Texts.count(whole.get("failed").getAsLong()) + " of " + Texts.count(requests);
    }

    private static String lead(Duration lead) {
        return lead.isNegative() ? Texts.duration(lead.negated()) + " too late" : Texts.duration(lead);
    }

    private static String duration(JsonObject json, String field, Function<Duration, String> text) {
        return Optional.ofNullable(json.get(field))
                .map(micros -> text.apply(Duration.ofNanos(micros.getAsLong() * 1000)))
                .orElse(NONE);
    }
}
