package io.lifeboat.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test on a cluster of operating system processes on this machine. Needs no Docker and no root. The default
 * platform: a test without any platform gets three such nodes.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
public @interface LocalCluster {

    /** How many nodes, named node-1, node-2 and so on; 1 to 32. */
    int nodes() default 3;

    /** Processors of each node; CPU throttling leaves a share of these. */
    double cpus() default 1;

    /** Memory of each node, e.g. {@code "1GiB"}. */
    String memory() default "1GiB";

    /** How long the cluster lives. */
    ClusterScope scope() default ClusterScope.METHOD;
}
