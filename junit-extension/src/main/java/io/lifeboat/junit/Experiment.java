package io.lifeboat.junit;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;
import java.nio.file.Path;
import java.time.Duration;

/** The experiment that a test is. Thread-safe. */
public interface Experiment {

    /** Begins the schedule of failures, if nothing has begun it yet. */
    void start();

    /** Waits until the schedule of failures and the recovery after it are over; begins it if need be. */
    void awaitEnd() throws InterruptedException;

    /** Time since the experiment began; zero before. Virtual on a simulated cluster. */
    Duration elapsed();

    /** The phase now. */
    Phase phase();

    /** The seed of everything random. */
    long seed();

    /** Writes a line into the report. */
    void note(String text);

    /** What happened so far, read from the journal. */
    ExperimentResult result();

    /** Where the journal is. */
    Path journal();
}
