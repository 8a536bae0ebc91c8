package io.lifeboat.report.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in an experiment. {@code at} is in microseconds since the experiment began and never
 * negative. Names and texts may hold anything, also markup: renderers escape, the journal does not.
 */
public sealed interface JournalEntry {

    long at();

    /**
     * The first entry.
     *
     * @param id unique among the tests of a run, usable as a file name
     * @param displayName what a reader calls the test
     * @param testClass fully qualified
     * @param testMethod name of the method
     * @param startedAt wall-clock time, ISO-8601
     * @param seed of everything random
     * @param platform "local" or "simulated"
     * @param engine "acting", "observing" or "off"
     * @param replay the command that runs the same experiment again
     * @param environment facts a reader needs to compare runs: "cpu throttle" → "cgroup v1 quota", JDK, processors …
     */
    record Started(
            long at,
            String id,
            String displayName,
            String testClass,
            String testMethod,
            String startedAt,
            long seed,
            String platform,
            String engine,
            String replay,
            List<Fact> environment)
            implements JournalEntry {}

    /** A name and a value. */
    record Fact(String name, String value) {}

    /** A node of the cluster. */
    record NodeAdded(long at, String node, double cpus, long memoryBytes) implements JournalEntry {}

    /** A workload and where it was first placed. */
    record WorkloadDeployed(
            long at, String workload, String service, String node, String criticality, long acceptableDowntimeMicros)
            implements JournalEntry {}

    /** A phase began; the one before it ended. Never {@link Phase#WHOLE}. */
    record PhaseStarted(long at, Phase phase) implements JournalEntry {}

    /** A fault was put in place. {@code severity} is its worst; it may still ramp up. */
    record FaultInjected(
            long at,
            String fault,
            String type,
            String node,
            double severity,
            long rampUpMicros,
            String injector,
            String means,
            boolean simulated)
            implements JournalEntry {}

    /** The severity of a fault changed. */
    record FaultSeverity(long at, String fault, double severity) implements JournalEntry {}

    /** A fault ended its run-up in a crash of the node: the moment of failure that a prediction must beat. */
    record NodeCrashed(long at, String fault, String node) implements JournalEntry {}

    /** A fault was undone, with the proof of what it did. {@code failure} says why undoing did not work. */
    record FaultCleared(
            long at,
            String fault,
            long hits,
            String unit,
            String readBack,
            @Nullable String failure) implements JournalEntry {}

    /**
     * What a fault came to for a component, decided when all was over: a label that models are trained by, and judged by. There is one for
     * each fault that acted.
     *
     * @param onsetMicros when it began; before, there was nothing to see
     * @param failedMicros when the component failed of it; null if it did not
     * @param censoredMicros when it was undone before its worst, so that nobody knows what would have come; null if it was not
     */
    record FaultOutcome(
            long at,
            String node,
            String component,
            long onsetMicros,
            @Nullable Long failedMicros,
            @Nullable Long censoredMicros)
            implements JournalEntry {}

    /** A fault that the schedule left out (its probability did not come up), or that could not be injected. */
    record FaultSkipped(long at, String fault, String type, String node, String reason) implements JournalEntry {}

    /**
     * What the load saw in one interval that ends at {@code at}. Latencies count from when a request was due.
     *
     * @param durationMicros length of the interval
     * @param succeeded requests answered well
     * @param failed requests that failed
     * @param histogram the latencies of all of them in microseconds, HdrHistogram's compressed form in base64
     * @param firstFailure what the first failed request of the interval saw
     */
    record LoadInterval(
            long at,
            String load,
            long durationMicros,
            long succeeded,
            long failed,
            String histogram,
            @Nullable String firstFailure)
            implements JournalEntry {}

    /** How far ahead the probabilities look, the farthest of them so far. Written before the first; the last one counts. */
    record HorizonSet(long at, long horizonMicros) implements JournalEntry {}

    /**
     * What the engine expects of one component: probability of failure within the horizon, and health 0 to 100.
     *
     * @param low with {@code high} the interval of the probability; null when nothing is known about it
     */
    record HealthSample(
            long at,
            String node,
            String component,
            double probability,
            double health,
            boolean abstained,
            @Nullable Double low,
            @Nullable Double high)
            implements JournalEntry {

        /** A sample without an interval. */
        public HealthSample(
                long at, String node, String component, double probability, double health, boolean abstained) {
            this(at, node, component, probability, health, abstained, null, null);
        }
    }

    /** From which probability each tier of alerts applies to a component from here on. */
    record ThresholdsSet(long at, String node, String component, double informational, double warning, double critical)
            implements JournalEntry {}

    /** Selected raw signals of a node, for the evidence section. */
    record TelemetrySample(long at, String node, String metric, String unit, double value) implements JournalEntry {}

    /**
     * An alert was raised or changed tier.
     *
     * @param grounds what the probability rests on; null in journals of older versions
     */
    record AlertRaised(
            long at,
            String node,
            String component,
            String tier,
            double probability,
            double threshold,
            long horizonMicros,
            List<String> reasons,
            @Nullable Grounds grounds)
            implements JournalEntry {

        /** An alert that does not say what it rests on. */
        public AlertRaised(
                long at,
                String node,
                String component,
                String tier,
                double probability,
                double threshold,
                long horizonMicros,
                List<String> reasons) {
            this(at, node, component, tier, probability, threshold, horizonMicros, reasons, null);
        }
    }

    /**
     * What the probability of an alert rests on.
     *
     * @param low with {@code high} the interval of the probability; null when nothing is known about it
     * @param contributions share of each of the alert's reasons in the prediction, 0 to 1, in their order
     * @param opinions what each model said by itself
     * @param guarantee about false alarms; null if there is none
     * @param remainingLife how long the component still works; null if nothing was said of it
     */
    record Grounds(
            @Nullable Double low,
            @Nullable Double high,
            List<Double> contributions,
            List<Opinion> opinions,
            @Nullable Guarantee guarantee,
            @Nullable RemainingLife remainingLife) {

        /** Grounds that do not say how long the component still works. */
        public Grounds(
                @Nullable Double low,
                @Nullable Double high,
                List<Double> contributions,
                List<Opinion> opinions,
                @Nullable Guarantee guarantee) {
            this(low, high, contributions, opinions, guarantee, null);
        }
    }

    /** How long a failing component still works: what is expected, what it does at least with 90 %, and whether that was calibrated. */
    record RemainingLife(long expectedMicros, long lowerBoundMicros, boolean guaranteed) {}

    /** What one model said by itself: its probability of failure within the horizon, 0 when it abstained. */
    record Opinion(String model, double probability, boolean abstained) {}

    /** At most this share of healthy devices ever shows a probability at or above the floor. */
    record Guarantee(double falseAlarmRate, double floor) {}

    /** An alert ended. */
    record AlertCleared(long at, String node, String component) implements JournalEntry {}

    /** Several nodes got into trouble at once, for one cause. {@code nodes} are those that were when it was noticed. */
    record IncidentOpened(long at, String incident, String cause, List<String> nodes) implements JournalEntry {}

    /** None of the nodes of an incident is in trouble any more. {@code nodes} are all that ever belonged to it. */
    record IncidentClosed(long at, String incident, List<String> nodes) implements JournalEntry {}

    /** The platform's view of a node changed. */
    record NodeStatusChanged(long at, String node, String before, String after) implements JournalEntry {}

    /** A workload waits to be moved. */
    record MigrationQueued(long at, String workload, String node, String reason) implements JournalEntry {}

    /** A move was decided. */
    record MigrationStarted(long at, String migration, String workload, String from, String to, String kind, String why)
            implements JournalEntry {}

    /** A move went on. Phases as in the engine: COPYING, STARTING, SWITCHING, DRAINING, COMPLETED, ROLLED_BACK, FAILED. */
    record MigrationAdvanced(
            long at,
            String migration,
            String workload,
            String phase,
            @Nullable String failure,
            @Nullable Long pauseMicros,
            @Nullable Long dataAgeMicros)
            implements JournalEntry {}

    /** Something worth reading that fits nowhere else. */
    record Note(long at, String text) implements JournalEntry {}

    /** An expectation was judged. */
    record Judged(
            long at, String expectation, String phase, boolean passed, String required, String observed, String reason)
            implements JournalEntry {}

    /**
     * The last entry.
     *
     * @param outcome "passed", "failed" or "aborted"
     * @param reason one sentence, the most important thing first
     */
    record Finished(long at, String outcome, String reason) implements JournalEntry {}
}
