package io.lifeboat.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every workload that was on a faulty node serves elsewhere within this time.
 *
 * <p>The time runs from the moment the fault was injected (the beginning of its run-up) to the moment clients are served
 * by the new copy. A test without a fault on a node that carries the workload fails: there was nothing to move.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(ExpectMigrationWithin.List.class)
public @interface ExpectMigrationWithin {

    /** How long it may take, e.g. {@code "5s"}. */
    String value();

    /** Name of the workload; by default every workload that was on a node when a fault hit it. */
    String workload() default "";

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        ExpectMigrationWithin[] value();
    }
}
