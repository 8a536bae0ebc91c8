package io.lifeboat.junit.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.HorizonSet;
import io.lifeboat.report.journal.JournalEntry.ThresholdsSet;
import io.lifeboat.report.journal.JournalReader;
import io.lifeboat.report.journal.JournalWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineJournalTests {

    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private static final Thresholds LOW = new Thresholds(0.1, 0.2, 0.3);

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private Path file;
    private Recording recording;
    private EngineJournal journal;

    @BeforeEach
    void open() {
        file = directory.resolve("journal.jsonl");
        ExperimentClock clock = new ExperimentClock(nanos::get);
        clock.start();
        recording = new Recording(clock, JournalWriter.open(file));
        journal = new EngineJournal(recording);
    }

    @Test
    void whatAModelLearnedIsNoted() {
        journal.onEvent(new EngineEvent.ModelAdapted(NOW, Component.DISK, "Version 2 took over from version 1."));
        assertThat(entries(JournalEntry.Note.class))
                .singleElement()
                .extracting(JournalEntry.Note::text)
                .isEqualTo("The model of DISK adapts. Version 2 took over from version 1.");
    }

    @Test
    void telemetryThatIsRefusedAndAClockThatIsSetBackAreNoted() {
        journal.onEvent(new EngineEvent.TelemetryRefused(NOW, "n", "It is dated tomorrow."));
        journal.onEvent(new EngineEvent.ClockSetBack(NOW, Duration.ofMinutes(2)));
        assertThat(entries(JournalEntry.Note.class))
                .extracting(JournalEntry.Note::text)
                .containsExactly(
                        "Telemetry of n is refused. It is dated tomorrow.",
                        "The clock was set back by PT2M; the engine goes on from where it was.");
    }

    @Test
    void anAlertKeepsWhatItRestsOn() {
        Prediction prediction = prediction(0.5, new Interval(0.41234, 0.6), new Guarantee(0.01, 0.25));
        journal.onEvent(new EngineEvent.AlertRaised(NOW, "n", Component.CPU, AlertTier.WARNING, 0.25, prediction));
        assertThat(entries(AlertRaised.class))
                .singleElement()
                .satisfies(alert -> assertThat(alert.grounds())
                        .isEqualTo(new JournalEntry.Grounds(
                                0.4123,
                                0.6,
                                List.of(0.9),
                                List.of(
                                        new JournalEntry.Opinion("trend", 0.4, false),
                                        new JournalEntry.Opinion("forest", 0, true)),
                                new JournalEntry.Guarantee(0.01, 0.25))));
    }

    @Test
    void anAlertKeepsHowLongTheComponentStillWorks() {
        RemainingLife life = new RemainingLife(Duration.ofSeconds(12), Duration.ofMillis(7_500), true);
        Prediction prediction = prediction(0.5, Interval.UNKNOWN, Guarantee.NONE, Optional.of(life));
        journal.onEvent(new EngineEvent.AlertRaised(NOW, "n", Component.CPU, AlertTier.WARNING, 0.25, prediction));
        assertThat(entries(AlertRaised.class))
                .singleElement()
                .satisfies(alert -> assertThat(
                                Objects.requireNonNull(alert.grounds()).remainingLife())
                        .isEqualTo(new JournalEntry.RemainingLife(12_000_000, 7_500_000, true)));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Prediction prediction = prediction(0.5, Interval.UNKNOWN, Guarantee.NONE);
        journal.onEvent(new EngineEvent.AlertRaised(NOW, "n", Component.CPU, AlertTier.WARNING, 0.25, prediction));
        predicted(prediction);
        List<JournalEntry> all = entries(JournalEntry.class);
        assertThat(all)
                .filteredOn(AlertRaised.class::isInstance)
                .singleElement()
                .satisfies(entry -> {
                    JournalEntry.Grounds grounds = Objects.requireNonNull(((AlertRaised) entry).grounds());
                    assertThat(grounds.low()).isNull();
                    assertThat(grounds.guarantee()).isNull();
                    assertThat(grounds.remainingLife()).isNull();
                });
        assertThat(all)
                .filteredOn(HealthSample.class::isInstance)
                .singleElement()
                .satisfies(entry -> assertThat(((HealthSample) entry).high()).isNull());
    }

    @Test
    void thresholdsAreWrittenOnceTheProbabilityComesNearAndHoldTheFloorOfTheGuarantee() {
        predicted(prediction(0.01, new Interval(0, 0.1), new Guarantee(0.01, 0.25)));
        predicted(prediction(0.06, new Interval(0, 0.1), new Guarantee(0.01, 0.25)));
        predicted(prediction(0.07, new Interval(0, 0.1), new Guarantee(0.01, 0.25)));
        assertThat(entries(ThresholdsSet.class)).containsExactly(new ThresholdsSet(0, "n", "CPU", 0.1, 0.25, 0.3));
    }

    @Test
    void aSteadyPredictionIsSampledTwiceASecondAndItsHorizonWrittenOnce() {
        for (int i = 0; i < 100; i++) {
            nanos.set(i * 20_000_000L);
            predicted(prediction(0.01, new Interval(0, 0.1), Guarantee.NONE));
        }
        List<JournalEntry> all = entries(JournalEntry.class);
        assertThat(all).filteredOn(HealthSample.class::isInstance).hasSize(4);
        assertThat(all).filteredOn(HorizonSet.class::isInstance).containsExactly(new HorizonSet(0, 10_000_000));
    }

    @Test
    void theFarthestHorizonCountsWhereRulesSpeakForModelsThatWarmUp() {
        Prediction near = prediction(0.01, Interval.UNKNOWN, Guarantee.NONE);
        Prediction far = within(Duration.ofSeconds(30), near);
        for (Prediction prediction : List.of(near, far, near, far)) {
            predicted(prediction);
        }
        assertThat(entries(HorizonSet.class))
                .containsExactly(new HorizonSet(0, 10_000_000), new HorizonSet(0, 30_000_000));
    }

    private static Prediction within(Duration horizon, Prediction of) {
        return new Prediction(
                of.node(),
                of.component(),
                of.at(),
                horizon,
                of.probability(),
                of.interval(),
                of.health(),
                of.evidence(),
                of.opinions(),
                of.guarantee(),
                of.abstained());
    }

    private void predicted(Prediction prediction) {
        journal.onEvent(new EngineEvent.Predicted(NOW, "n", List.of(prediction), LOW));
    }

    private static Prediction prediction(double probability, Interval interval, Guarantee guarantee) {
        return prediction(probability, interval, guarantee, Optional.empty());
    }

    private static Prediction prediction(
            double probability, Interval interval, Guarantee guarantee, Optional<RemainingLife> life) {
        return new Prediction(
                "n",
                Component.CPU,
                NOW,
                Duration.ofSeconds(10),
                probability,
                interval,
                50,
                List.of(new Evidence(Metric.CPU_THROTTLED, "throttled", 0.9)),
                List.of(new Opinion("trend", 0.4, false), Opinion.abstained("forest")),
                guarantee,
                false,
                life);
    }

    private <E extends JournalEntry> List<E> entries(Class<E> type) {
        recording.close();
        return JournalReader.read(file).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
