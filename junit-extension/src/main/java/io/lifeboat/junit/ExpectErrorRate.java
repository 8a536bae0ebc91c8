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
 * Few enough requests fail. Needs load.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(ExpectErrorRate.List.class)
public @interface ExpectErrorRate {

    /** The highest share of failed requests, from 0 to 1; 0.001 is one in a thousand. */
    double atMost();

    /** The phase in which it is measured. */
    Phase phase() default Phase.WHOLE;

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        ExpectErrorRate[] value();
    }
}
