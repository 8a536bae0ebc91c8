package io.lifeboat.report.json;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lifeboat.report.AlertResult;
import io.lifeboat.report.Calibration;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.PredictedTime;

/** How the predictions of a run did, as JSON. */
public final class PredictionJson {

    private PredictionJson() {}

    static JsonObject of(ExperimentResult result) {
        PredictedTime time = PredictedTime.of(result);
        JsonObject json = new JsonObject();
        json.addProperty("healthySeconds", time.healthySeconds());
        time.horizon().ifPresent(horizon -> json.addProperty("horizonMicros", horizon.toNanos() / 1000));
        json.add("calibration", new Gson().toJsonTree(time.calibration()));
        return json;
    }

    static void grounds(AlertResult alert, JsonObject json) {
        JsonArray reasons = new JsonArray();
        alert.reasons().forEach(reasons::add);
        json.add("reasons", reasons);
        alert.grounds().ifPresent(grounds -> json.add("grounds", new Gson().toJsonTree(grounds)));
    }

    /** The calibration in a result; empty if it has none. */
    public static Calibration calibration(JsonObject result) {
        return result.has("prediction")
                ? new Gson().fromJson(result.getAsJsonObject("prediction").get("calibration"), Calibration.class)
                : Calibration.EMPTY;
    }
}
