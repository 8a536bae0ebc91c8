package io.lifeboat.junit.experiment;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.Experiment;
import io.lifeboat.junit.FaultController;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.platform.Pace;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.Phase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a plan on a platform, from a cluster that is up to a report that is written. Thread-safe. */
public final class RunningExperiment implements Experiment, AutoCloseable {

    /** How long the end may be put off for migrations that are under way. */
    private static final Duration MIGRATION_GRACE = Duration.ofSeconds(15);

    private final ExperimentPlan plan;
    private final Platform platform;
    private final JournalFile file;
    private final ExperimentClock clock;
    private final Recording recording;
    private final HistoryRecording history;
    private final PhaseTracker phases;
    private final FaultBoard faults;
    private final ScheduleRunner schedule;
    private final SteadyState steadyState = new SteadyState();
    private final OpenMigrations migrations = new OpenMigrations();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Pace pace;
    private final Loads loads;
    private final Platform.Subscription subscription;
    private final @Nullable Duration firstFault;
    private boolean finished;

    private RunningExperiment(
            ExperimentPlan plan,
            Platform platform,
            TestIdentity identity,
            JournalFile file,
            Optional<HistoryStore> store) {
        this.plan = plan;
        this.platform = platform;
        this.file = file;
        this.clock = new ExperimentClock(platform.nanos());
        this.recording = new Recording(clock, file.writer());
        this.phases = new PhaseTracker(recording);
        this.faults = new FaultBoard(platform, recording, phases, this::start);
        this.pace = platform.pace();
        this.loads = new Loads(plan, platform, clock, recording, steadyState, meters, this::start);
        Preamble.write(recording, plan, platform, identity);
        this.schedule = new ScheduleRunner(plan, faults, recording, steadyState);
        this.firstFault = plan.faults().stream()
                .map(fault -> fault.schedule().after())
                .min(Duration::compareTo)
                .orElse(null);
        EngineJournal journal = new EngineJournal(recording);
        TelemetryJournal signals = new TelemetryJournal(recording, new InvolvedNodes(plan, platform)::contains);
        this.history = HistoryRecording.begin(store, plan, platform, identity, recording::note);
        this.subscription = platform.listen(event -> heard(event, journal), frame -> measured(frame, signals));
    }

    /**
     * Prepares the experiment: journal begun, every failure known to be possible, nothing touched.
     *
     * @param store where its telemetry is kept for training, if anywhere
     */
    public static RunningExperiment open(
            ExperimentPlan plan,
            Platform platform,
            TestIdentity identity,
            Path directory,
            Optional<HistoryStore> store) {
        JournalFile file = JournalFile.create(directory);
        try {
            return new RunningExperiment(plan, platform, identity, file, store);
        } catch (RuntimeException e) {
            file.writer().close();
            throw e;
        }
    }

    private void heard(EngineEvent event, EngineJournal journal) {
        migrations.onEvent(event);
        journal.onEvent(event);
    }

    private void measured(TelemetryFrame frame, TelemetryJournal signals) {
        signals.onFrame(frame);
        history.onFrame(frame);
    }

    @Override
    public void start() {
        if (clock.start()) {
            history.began(platform.now());
            phases.begin();
            pace.drive(this::step);
        }
    }

    private void step() {
        Duration elapsed = clock.elapsed();
        if (firstFault != null) {
            schedule.checkBaseline(elapsed, firstFault);
        }
        schedule.step(elapsed);
    }

    private boolean over() {
        boolean aborted =
                schedule.abortReason().isPresent() || schedule.problem().isPresent();
        return aborted || (schedule.over() && clock.elapsed().compareTo(end()) >= 0);
    }

    /** When the experiment is over, since it began. */
    Duration end() {
        return plan.end();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        start();
        pace.await(this::over, end().multipliedBy(2).plusMinutes(1));
    }

    /**
     * Brings the experiment to its end, comes to the verdict and writes the report.
     *
     * @param testFailure what the test itself threw: then nothing is waited for
     */
    public Verdict finish(@Nullable Throwable testFailure) throws InterruptedException {
        try {
            if (testFailure == null) {
                awaitEnd();
                pace.await(migrations::isEmpty, MIGRATION_GRACE);
            }
        } finally {
            stop();
        }
        return conclude(testFailure);
    }

    private void stop() {
        schedule.stop();
        loads.close();
        pace.close();
        faults.close();
        subscription.close();
        finished = true;
    }

    private Verdict conclude(@Nullable Throwable testFailure) {
        List<String> mishaps = new ArrayList<>();
        schedule.problem().ifPresent(mishaps::add);
        platform.engineFailures().forEach(failure -> mishaps.add("the engine failed: " + failure));
        ExperimentResult result = result();
        history.finish(result);
        Truths.of(result.faults(), Instant.EPOCH).forEach(truth -> recording.write(at -> Truths.outcome(at, truth)));
        Verdict verdict = new Judge(plan.expectations()).judge(result, mishaps, schedule.abortReason(), testFailure);
        verdict.judged()
                .forEach(one -> recording.write(at -> new JournalEntry.Judged(
                        at,
                        one.expectation(),
                        one.phase(),
                        one.passed(),
                        one.required(),
                        one.observed(),
                        one.reason())));
        verdict.problems().forEach(recording::note);
        recording.write(at -> new JournalEntry.Finished(
                at, verdict.outcome().name().toLowerCase(java.util.Locale.ROOT), verdict.reason()));
        recording.close();
        file.writeReports();
        return verdict;
    }

    @Override
    public Duration elapsed() {
        return clock.elapsed();
    }

    @Override
    public Phase phase() {
        return phases.phase();
    }

    @Override
    public long seed() {
        return plan.seed();
    }

    @Override
    public void note(String text) {
        recording.note(text);
    }

    @Override
    public ExperimentResult result() {
        return file.result();
    }

    @Override
    public Path journal() {
        return file.path();
    }

    public LoadGenerator load() {
        return loads.generator();
    }

    public FaultController faults() {
        return faults;
    }

    public MeterRegistry meters() {
        return meters;
    }

    public Path reportFile() {
        return file.html();
    }

    /** The verdict in one line. */
    public String consoleLine() {
        return file.consoleLine();
    }

    /** Ends an experiment that never got as far as {@link #finish}. Does nothing after that. */
    @Override
    public void close() {
        if (!finished) {
            stop();
            recording.close();
        }
        history.close();
        meters.close();
    }
}
