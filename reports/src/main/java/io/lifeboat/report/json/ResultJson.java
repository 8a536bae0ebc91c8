package io.lifeboat.report.json;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.Headlines;
import io.lifeboat.report.IncidentResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The result of a test as JSON, as in {@code lifeboat-result.schema.json}. Times are in microseconds. */
public final class ResultJson {

    /** Raised when a field changes its meaning or goes away; new fields do not raise it. */
    private static final int VERSION = 1;

    private ResultJson() {}

    /** The document. Fields without data are left out. */
    public static String of(ExperimentResult result) {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        result.started().ifPresent(started -> {
            json.addProperty("id", started.id());
            json.addProperty("name", started.displayName());
            json.addProperty("testClass", started.testClass());
            json.addProperty("testMethod", started.testMethod());
            json.addProperty("startedAt", started.startedAt());
            json.addProperty("seed", started.seed());
            json.addProperty("platform", started.platform());
            json.addProperty("engine", started.engine());
            json.addProperty("replay", started.replay());
        });
        json.addProperty("outcome", result.finished().map(Finished::outcome).orElse("unfinished"));
        json.addProperty(
                "reason", result.finished().map(Finished::reason).orElse("The journal broke off before a verdict."));
        json.addProperty("simulated", result.faults().stream().anyMatch(FaultResult::simulated));
        micros(json, "leadTimeMicros", Headlines.shortestLead(result));
        micros(json, "noticedMicros", Headlines.slowestNotice(result));
        micros(json, "slowestMoveMicros", Headlines.slowestMove(result));
        micros(json, "slowestRecoveryMicros", Headlines.slowestRecovery(result));
        json.add("phases", phases(result));
        json.add("faults", faults(result));
        json.add("alerts", alerts(result));
        json.add("incidents", incidents(result));
        json.add("migrations", migrations(result));
        json.addProperty("falseAlarms", result.falseAlarms("WARNING").size());
        json.add("prediction", PredictionJson.of(result));
        json.add("expectations", expectations(result));
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static JsonObject phases(ExperimentResult result) {
        JsonObject phases = new JsonObject();
        for (Phase phase : Phase.values()) {
            JsonObject json = new JsonObject();
            json.addProperty("requests", result.requests(phase));
            json.addProperty("failed", result.failures(phase));
            result.errorRate(phase).ifPresent(rate -> json.addProperty("errorRate", rate));
            result.throughput(phase).ifPresent(rate -> json.addProperty("throughputPerSecond", rate));
            for (double percentile : new double[] {50, 90, 99, 100}) {
                micros(json, "p" + (int) percentile + "Micros", result.latency(phase, percentile));
            }
            phases.add(phase.name().toLowerCase(Locale.ROOT), json);
        }
        return phases;
    }

    private static JsonArray faults(ExperimentResult result) {
        JsonArray faults = new JsonArray();
        for (FaultResult fault : result.faults()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", fault.id());
            json.addProperty("type", fault.type());
            json.addProperty("node", fault.node());
            json.addProperty("severity", fault.severity());
            json.addProperty("simulated", fault.simulated());
            json.addProperty("hits", fault.hits());
            json.addProperty("unit", fault.unit());
            json.addProperty("readBack", fault.readBack());
            micros(json, "injectedAtMicros", Optional.of(fault.injectedAt()));
            micros(json, "peakAtMicros", fault.peakAt());
            micros(json, "crashedAtMicros", fault.crashedAt());
            micros(json, "clearedAtMicros", fault.clearedAt());
            micros(json, "runUpMicros", fault.runUp());
            micros(json, "leadTimeMicros", fault.runUp().flatMap(time -> result.leadTime(fault, "WARNING")));
            micros(json, "recoveryMicros", result.recoveryTime(fault));
            fault.undoFailure().ifPresent(why -> json.addProperty("undoFailure", why));
            faults.add(json);
        }
        return faults;
    }

    private static JsonArray alerts(ExperimentResult result) {
        JsonArray alerts = new JsonArray();
        for (AlertResult alert : result.alerts()) {
            JsonObject json = new JsonObject();
            micros(json, "atMicros", Optional.of(alert.at()));
            json.addProperty("node", alert.node());
            json.addProperty("component", alert.component());
            json.addProperty("tier", alert.tier());
            json.addProperty("probability", alert.probability());
            json.addProperty("threshold", alert.threshold());
            json.addProperty("falseAlarm", result.falseAlarms(alert.tier()).contains(alert));
            PredictionJson.grounds(alert, json);
            alerts.add(json);
        }
        return alerts;
    }

    private static JsonArray incidents(ExperimentResult result) {
        JsonArray incidents = new JsonArray();
        for (IncidentResult incident : result.incidents()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", incident.id());
            json.addProperty("cause", incident.cause());
            JsonArray nodes = new JsonArray();
            incident.nodes().forEach(nodes::add);
            json.add("nodes", nodes);
            micros(json, "openedAtMicros", Optional.of(incident.openedAt()));
            micros(json, "closedAtMicros", incident.closedAt());
            incidents.add(json);
        }
        return incidents;
    }

    private static JsonArray migrations(ExperimentResult result) {
        JsonArray migrations = new JsonArray();
        for (MigrationResult move : result.migrations()) {
            JsonObject json = new JsonObject();
            json.addProperty("workload", move.workload());
            json.addProperty("from", move.from());
            json.addProperty("to", move.to());
            json.addProperty("why", move.why());
            micros(json, "decidedAtMicros", Optional.of(move.decidedAt()));
            micros(json, "servingAtMicros", move.servingAt());
            micros(json, "pauseMicros", move.pause());
            micros(json, "dataAgeMicros", move.dataAge());
            move.failure().ifPresent(why -> json.addProperty("failure", why));
            migrations.add(json);
        }
        return migrations;
    }

    private static JsonArray expectations(ExperimentResult result) {
        JsonArray expectations = new JsonArray();
        result.judged().forEach(judged -> {
            JsonObject json = new JsonObject();
            json.addProperty("expectation", judged.expectation());
            json.addProperty("phase", judged.phase());
            json.addProperty("passed", judged.passed());
            json.addProperty("required", judged.required());
            json.addProperty("observed", judged.observed());
            expectations.add(json);
        });
        return expectations;
    }

    private static void micros(JsonObject json, String name, Optional<Duration> duration) {
        duration.ifPresent(time -> json.addProperty(name, time.toNanos() / 1000));
    }
}
