package io.lifeboat.junit;

import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a hardware failure into a node while the test runs.
 *
 * <p>Repeatable, inherited, and usable as a meta-annotation: attributes of the same name on the annotation that carries it
 * take precedence, as in {@link ThrottleCpu}. Failures on the method, its class, superclasses and enclosing classes add
 * up. A failure that never took effect fails the test.
 *
 * <p>Durations are written as {@code "3s"}, {@code "250ms"}, {@code "2m"} or in ISO-8601 ({@code "PT3S"}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(InjectFailure.List.class)
public @interface InjectFailure {

    /** What fails. */
    FailureType type();

    /** Id of the node, or name of a workload: then the node that it runs on at that moment. May be left out if only one workload is deployed. */
    String target() default "";

    /** How bad it is at its worst, above 0 and up to 1. */
    double severity() default 1;

    /** When it begins, from the start of the experiment. Until then the baseline is measured. */
    String after() default "3s";

    /** How long it takes from nothing to {@link #severity()}. */
    String rampUp() default "0s";

    /** How long it lasts, run-up included; by default the run-up, and 5 s more if the node recovers. */
    String duration() default "";

    /** What comes after. */
    Then then() default Then.RECOVER;

    /** On and off in turn, e.g. {@code "500ms/2s"} for half a second on and two off; by default always on. */
    String pulse() default "";

    /** The chance that it happens at all, above 0 and up to 1. Drawn from the seed. */
    double probability() default 1;

    /** What to do if nothing here can inject it. */
    OnUnavailable onUnavailable() default OnUnavailable.FAIL;

    /** For network latency: what is added to each way at severity 1. */
    String latency() default "200ms";

    /** For network latency: how far that varies, to both sides. */
    String jitter() default "50ms";

    /** For bandwidth: what the link carries at severity 0, in bytes per second. */
    long bytesPerSecond() default 1 << 20;

    /** For the one-way cut: which way is cut. */
    Failure.Direction direction() default Failure.Direction.OUTBOUND;

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        InjectFailure[] value();
    }
}
