package io.lifeboat.junit;

import io.lifeboat.engine.AlertTier;
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
 * The engine raised no alert of the given tier where there was no fault, and moved nothing without need.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(ExpectNoFalseAlarm.List.class)
public @interface ExpectNoFalseAlarm {

    /** The least urgent tier that counts. */
    AlertTier tier() default AlertTier.WARNING;

    /** The phase in which it counts. */
    Phase phase() default Phase.WHOLE;

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        ExpectNoFalseAlarm[] value();
    }
}
