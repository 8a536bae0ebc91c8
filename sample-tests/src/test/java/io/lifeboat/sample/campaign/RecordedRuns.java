package io.lifeboat.sample.campaign;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.EngineMode;
import io.lifeboat.junit.Experiment;
import io.lifeboat.junit.FaultController;
import io.lifeboat.junit.InjectedFault;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.RunningLoad;
import io.lifeboat.sample.OrderService;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that are recorded into the history to learn from, or to compare predictors on. The engine only observes, so that what
 * it would have done changes nothing. Expects nothing.
 */
@ResilienceTest(engine = EngineMode.OBSERVING, duration = "1s", recovery = "1s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class RecordedRuns {

    private static final double STEP = 0.02;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration FAULT_FREE = Duration.ofSeconds(30);

    static IntStream runs() {
        return IntStream.range(0, Integer.getInteger("campaign.runs", 20));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void recorded(int run, Experiment experiment, FaultController faults, LoadGenerator load, Endpoint orders)
            throws InterruptedException {
        RunUp plan = RunUp.draw(
                RunUp.Kind.valueOf(System.getProperty("campaign.kind", "MIXED")),
                run,
                Long.getLong("campaign.seed", 1));
        experiment.note(plan.toString());
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest order = HttpRequest.newBuilder(orders.uri("/orders/42"))
                .timeout(PATIENCE)
                .build();
        RunningLoad calm = load.rate(plan.rate())
                .named("calm")
                .forDuration(LONGEST)
                .start(() -> http.send(order, BodyHandlers.ofString()));
        FailureType type = plan.type();
        if (type == null) {
            Thread.sleep(FAULT_FREE.dividedBy(2).toMillis());
            RunningLoad busy = load.rate(3 * plan.rate())
                    .named("busy")
                    .forDuration(LONGEST)
                    .start(() -> http.send(order, BodyHandlers.ofString()));
            Thread.sleep(FAULT_FREE.dividedBy(2).toMillis());
            busy.stop();
        } else {
            Thread.sleep(plan.quiet().toMillis());
            fail(type, plan, faults);
        }
        calm.stop();
    }

    private static void fail(FailureType type, RunUp plan, FaultController faults) throws InterruptedException {
        int steps = (int) Math.ceil(plan.worst() / STEP);
        InjectedFault fault = faults.place(Failure.of(type, plan.worst(), 1), plan.node());
        for (int step = 1; step <= steps; step++) {
            fault.severity(Math.min(plan.worst(), step * STEP));
            Thread.sleep(plan.length().dividedBy(steps).toMillis());
        }
        if (plan.crash()) {
            fault.crash();
        } else {
            Thread.sleep(plan.length().toMillis());
            fault.close();
            Thread.sleep(4000);
        }
    }
}
