package io.lifeboat.junit;

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
 * The disk of a node gets slow: at severity 1 a synchronised write takes about a second. Short for {@link InjectFailure} with {@link FailureType#DISK_LATENCY}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(SlowDisk.List.class)
@InjectFailure(type = FailureType.DISK_LATENCY)
public @interface SlowDisk {

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

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        SlowDisk[] value();
    }
}
