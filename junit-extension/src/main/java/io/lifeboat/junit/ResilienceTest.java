package io.lifeboat.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Makes the tests of a class resilience tests: each gets a cluster, the failures and expectations declared by the other
 * annotations, a seed and a report.
 *
 * <p>The experiment begins when the test first puts load on, or calls {@link Experiment#start()}, or returns. It lasts
 * until the last failure is over and {@link #recovery()} has passed. Then the expectations are judged.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@ResourceLock(providers = FaultDomainLocks.class)
public @interface ResilienceTest {

    /** Seed of everything random in the tests; 0 takes the run's seed, which is printed and set by {@code lifeboat.seed}. */
    long seed() default 0;

    /** What the engine may do. The configuration parameter {@code lifeboat.engine} takes precedence. */
    EngineMode engine() default EngineMode.ACTING;

    /** How long the recovery is measured after the last failure is over. */
    String recovery() default "3s";

    /** How long the experiment lasts at least; without failures this is all there is. */
    String duration() default "5s";
}
