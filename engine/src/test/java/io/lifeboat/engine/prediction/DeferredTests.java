package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferredTests {

    private final List<String> made = new ArrayList<>();

    private final List<String> words = new Deferred<>(() -> {
        made.add("once");
        return new ArrayList<>(List.of("hot", "slow"));
    });

    @Test
    void itIsMadeOnceAndOnlyWhenSomebodyLooks() {
        assertThat(made).isEmpty();
        assertThat(words).containsExactly("hot", "slow").isEqualTo(List.of("hot", "slow"));
        assertThat(words).hasToString("[hot, slow]");
        assertThat(made).hasSize(1);
        assertThatThrownBy(() -> words.add("loud")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPredictionDoesNotLook() {
        List<Evidence> evidence = new Deferred<>(() -> {
            throw new IllegalStateException("nobody asked");
        });

        Prediction prediction = new Prediction(
                "n",
                Component.CPU,
                Instant.EPOCH,
                Duration.ofSeconds(10),
                0,
                Interval.UNKNOWN,
                100,
                evidence,
                List.of(),
                Guarantee.NONE,
                false);

        assertThat(prediction.evidence()).isSameAs(evidence);
    }
}
