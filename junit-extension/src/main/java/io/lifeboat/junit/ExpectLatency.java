package io.lifeboat.junit;

import io.lifeboat.report.journal.Phase;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests are answered fast enough.
 *
 * <p>Latency counts from the moment a request was due, so that waiting for a stalled target is not left out. Needs load.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(ExpectLatency.List.class)
public @interface ExpectLatency {

    /** Which percentile, above 0 and at most 100. */
    double percentile() default 99;

    /** The highest latency allowed at that percentile, e.g. {@code "150ms"}. */
    String atMost();

    /** The phase in which it is measured. */
    Phase phase() default Phase.WHOLE;

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        ExpectLatency[] value();
    }
}
