package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.EngineEvent.AlertCleared;
import io.lifeboat.engine.EngineEvent.AlertRaised;
import io.lifeboat.engine.EngineEvent.Predicted;
import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A node leaves the cluster while it is in alarm, and may come back. */
class DepartureTests {

    private final List<EngineEvent> events = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private final SimulatedCluster cluster =
            SimulatedCluster.builder().seed(1).nodes(3).build();
    private final Engine engine = Engine.builder()
            .operator(new Shrinking())
            .telemetry(cluster)
            .predictor(new Remembering())
            .listener(events::add)
            .build();

    /** The cluster without what was removed from it. */
    private final class Shrinking implements ClusterOperator {
        @Override
        public ClusterSnapshot snapshot() {
            ClusterSnapshot all = cluster.snapshot();
            return new ClusterSnapshot(
                    all.nodes().stream()
                            .filter(node -> !removed.contains(node.id()))
                            .toList(),
                    all.workloads());
        }

        @Override
        public Migration migrate(MigrationOrder order) {
            return cluster.migrate(order);
        }

        @Override
        public void cordon(String node) {
            cluster.cordon(node);
        }

        @Override
        public void uncordon(String node) {
            cluster.uncordon(node);
        }
    }

    private final class Remembering implements FailurePredictor {
        private final FailurePredictor predictor = new TrendPredictor();

        @Override
        public void observe(TelemetryFrame frame) {
            predictor.observe(frame);
        }

        @Override
        public List<Prediction> predict(Instant now) {
            return predictor.predict(now);
        }

        @Override
        public void forget(Collection<String> nodes) {
            forgotten.addAll(nodes);
            predictor.forget(nodes);
        }
    }

    private void seconds(double seconds) {
        cluster.advance(Duration.ofMillis((long) (seconds * 1000)), engine::tick);
    }

    private <T extends EngineEvent> Stream<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private void alarm() {
        seconds(8);
        for (int i = 1; i <= 50; i++) {
            cluster.degrade("node-1", Impairment.MEMORY_ERRORS, i / 50.0);
            seconds(0.1);
        }
        assertThat(all(AlertRaised.class)).isNotEmpty();
        assertThat(all(AlertCleared.class)).isEmpty();
    }

    @Test
    void theAlertOfANodeThatLeftEndsAndNothingMoreIsSaidOfItThoughItReports() {
        alarm();
        removed.add("node-1");
        seconds(1.2);
        assertThat(all(AlertCleared.class)).extracting(AlertCleared::node).containsExactly("node-1");
        events.clear();
        seconds(100);
        assertThat(all(AlertRaised.class)).isEmpty();
        assertThat(all(Predicted.class))
                .isNotEmpty()
                .noneMatch(predicted -> predicted.node().equals("node-1"));
    }

    @Test
    void itIsForgottenOnceAfterAGracePeriod() {
        seconds(5);
        removed.add("node-2");
        seconds(Departures.GRACE.toSeconds() - 5);
        assertThat(forgotten).isEmpty();
        seconds(200);
        assertThat(forgotten).containsExactly("node-2");
    }

    @Test
    void oneThatComesBackStartsAnew() {
        alarm();
        removed.add("node-1");
        seconds(Departures.GRACE.toSeconds() + 5);
        events.clear();
        removed.clear();
        cluster.recover("node-1");
        seconds(2);
        List<Predicted> ofNode = all(Predicted.class)
                .filter(predicted -> predicted.node().equals("node-1"))
                .toList();
        assertThat(ofNode).isNotEmpty();
        assertThat(ofNode.get(0).predictions()).allMatch(Prediction::abstained);
        seconds(8);
        for (int i = 1; i <= 50; i++) {
            cluster.degrade("node-1", Impairment.MEMORY_ERRORS, i / 50.0);
            seconds(0.1);
        }
        assertThat(all(AlertRaised.class)).extracting(AlertRaised::node).contains("node-1");
    }

    @Test
    void aNodeThatIsNotNamedForAMomentKeepsItsAlert() {
        alarm();
        removed.add("node-1");
        seconds(0.3);
        removed.clear();
        seconds(1);
        assertThat(all(AlertCleared.class)).isEmpty();
    }
}
