package io.lifeboat.report.output;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lifeboat.report.Accuracy;
import io.lifeboat.report.Calibration;
import io.lifeboat.report.json.PredictionJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Adds up the predictions of all runs of an index; simulated ones apart, for they say nothing about real nodes. */
final class IndexAccuracy {

    private final List<JsonObject> real = new ArrayList<>();
    private final List<JsonObject> simulated = new ArrayList<>();

    /** Takes a result in; results of older versions, which do not tell, are left out. */
    void add(JsonObject result) {
        if (!result.has("prediction")) {
            return;
        }
        boolean isSimulated = result.has("simulated") && result.get("simulated").getAsBoolean()
                || result.has("platform")
                        && result.get("platform").getAsString().equals("simulated");
        (isSimulated ? simulated : real).add(result);
    }

    List<Accuracy> all() {
        List<Accuracy> all = new ArrayList<>();
        if (!real.isEmpty()) {
            all.add(sum("Real nodes", real));
        }
        if (!simulated.isEmpty()) {
            all.add(sum("Simulated nodes", simulated));
        }
        return all;
    }

    private static Accuracy sum(String name, List<JsonObject> results) {
        List<Duration> leads = new ArrayList<>();
        int unwarned = 0;
        long falseAlarms = 0;
        double healthy = 0;
        Calibration calibration = Calibration.EMPTY;
        for (JsonObject result : results) {
            for (JsonElement fault : result.getAsJsonArray("faults")) {
                JsonObject one = fault.getAsJsonObject();
                if (one.has("leadTimeMicros")) {
                    leads.add(Duration.ofNanos(one.get("leadTimeMicros").getAsLong() * 1000));
                } else if (one.has("runUpMicros")) {
                    unwarned++;
                }
            }
            falseAlarms += result.get("falseAlarms").getAsLong();
            healthy +=
                    result.getAsJsonObject("prediction").get("healthySeconds").getAsDouble();
            calibration = calibration.plus(PredictionJson.calibration(result));
        }
        return new Accuracy(name, results.size(), leads, unwarned, falseAlarms, healthy, calibration);
    }
}
