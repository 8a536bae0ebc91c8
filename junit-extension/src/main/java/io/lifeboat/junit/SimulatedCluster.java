package io.lifeboat.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test on a simulated cluster in virtual time: thousands of nodes in seconds, repeatable to the bit. Workloads
 * have no process; load goes to the address of the endpoint and is answered by a model. Reports say that it was
 * simulated.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
public @interface SimulatedCluster {

    /** How many nodes, named node-1, node-2 and so on; 1 to 100,000. */
    int nodes() default 3;

    /** Processors of each node. */
    double cpus() default 4;

    /** Memory of each node, e.g. {@code "16GiB"}. */
    String memory() default "16GiB";
}
