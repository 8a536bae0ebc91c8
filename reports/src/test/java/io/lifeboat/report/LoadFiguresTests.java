package io.lifeboat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadFiguresTests {

    private final JournalBuilder journal = new JournalBuilder()
            .phase(0, Phase.BASELINE)
            .second(1000, 100, 0, 1000)
            .second(2000, 100, 0, 2000)
            .phase(2100, Phase.FAULT)
            .second(3000, 50, 50, 1500)
            .second(4000, 30, 70, 1800)
            .phase(4100, Phase.RECOVERY)
            .second(5000, 80, 0, 1000);

    @Test
    void eachPhaseHasItsOwnFigures() {
        ExperimentResult result = journal.result();
        assertThat(result.requests(Phase.BASELINE)).isEqualTo(200);
        assertThat(result.throughput(Phase.BASELINE)).hasValue(100);
        assertThat(result.errorRate(Phase.BASELINE)).hasValue(0);
        assertThat(result.latency(Phase.BASELINE, 50)).contains(Duration.ofNanos(1_000_000));
        assertThat(result.latency(Phase.BASELINE, 51)).contains(Duration.ofNanos(2_000_000));
        assertThat(result.requests(Phase.FAULT)).isEqualTo(200);
        assertThat(result.failures(Phase.FAULT)).isEqualTo(120);
        assertThat(result.errorRate(Phase.FAULT)).hasValue(0.6);
        assertThat(result.throughput(Phase.FAULT)).hasValue(40);
        assertThat(result.latency(Phase.FAULT, 100)).contains(Duration.ofNanos(1_800_000));
        assertThat(result.throughput(Phase.RECOVERY)).hasValue(80);
    }

    @Test
    void theWholeIsTheSumOfThePhases() {
        ExperimentResult result = journal.result();
        assertThat(result.requests(Phase.WHOLE)).isEqualTo(480);
        assertThat(result.errorRate(Phase.WHOLE)).hasValue(0.25);
        assertThat(result.throughput(Phase.WHOLE)).hasValue(72);
        assertThat(result.latency(Phase.WHOLE, 99)).contains(Duration.ofNanos(2_000_000));
        assertThat(result.firstFailures()).containsExactly("refused");
    }

    @Test
    void withoutLoadThereAreNoFiguresRatherThanZeros() {
        ExperimentResult result = new JournalBuilder().phase(0, Phase.BASELINE).result();
        assertThat(result.hasData(Phase.WHOLE)).isFalse();
        assertThat(result.latency(Phase.BASELINE, 99)).isEmpty();
        assertThat(result.throughput(Phase.BASELINE)).isEmpty();
        assertThat(result.errorRate(Phase.BASELINE)).isEmpty();
    }

    @Test
    void entriesThatWereWrittenOutOfOrderAreReadInTheOrderOfTime() {
        List<io.lifeboat.report.journal.JournalEntry> reversed = new ArrayList<>(journal.entries());
        Collections.reverse(reversed);
        ExperimentResult result = ExperimentResult.of(reversed);
        assertThat(result.entries()).isEqualTo(journal.entries());
        assertThat(result.failures(Phase.FAULT)).isEqualTo(120);
        assertThat(result.failures(Phase.BASELINE)).isZero();
    }
}
