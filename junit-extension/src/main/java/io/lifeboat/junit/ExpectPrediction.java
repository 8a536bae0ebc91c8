package io.lifeboat.junit;

import io.lifeboat.engine.AlertTier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The engine warned this long before the failure.
 *
 * <p>The failure is the crash that ends the fault, or else the moment the fault reached its full severity. The warning is
 * the first alert of at least the given tier on that node since the fault began. What strikes at once, without a {@code rampUp}, can only be
 * noticed when it has happened: no lead time is met then.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(ExpectPrediction.List.class)
public @interface ExpectPrediction {

    /** How long before the failure the alert must have come, e.g. {@code "2s"}. */
    String leadTime() default "0s";

    /** The least urgent tier that counts. */
    AlertTier tier() default AlertTier.WARNING;

    /** Id of the node; by default every node that a fault was injected into. */
    String target() default "";

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        ExpectPrediction[] value();
    }
}
