package io.lifeboat.junit.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How time passes: by itself, or only when somebody waits for it. */
public interface Pace extends AutoCloseable {

    /** Runs the step again and again from now on, until closed. A step must not block for long. */
    void drive(Runnable step);

    /** Waits until the condition holds after a step, or the time has passed; says whether it holds. */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException;

    /** Stops driving; the last step is over when this returns. */
    @Override
    void close();
}
