package io.lifeboat.junit;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.local.Protocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a workload on the cluster before the test, behind an endpoint that survives its migration.
 *
 * <p>The process is told where to listen by the environment variables {@code HOST} and {@code PORT}, and where to keep
 * its data by {@code LIFEBOAT_DATA}; in {@link #command()} and {@link #args()} the placeholders {@code {host}},
 * {@code {port}}, {@code {data}} and {@code {node}} stand for the same. Workloads on the method, its class, superclasses
 * and enclosing classes add up; of two with one name the nearest counts.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ResilienceExtension.class)
@Repeatable(DeployWorkload.List.class)
public @interface DeployWorkload {

    /** Name of the service, and of the {@link Endpoint} parameter that reaches it. */
    String name();

    /** A class with a main method on the class path of the test. Either this or {@link #command()}. */
    Class<?> main() default void.class;

    /** A command and its arguments. */
    String[] command() default {};

    /** Arguments of {@link #main()}. */
    String[] args() default {};

    /** More environment variables, each as {@code NAME=value}. */
    String[] env() default {};

    /** How many copies run, spread over the nodes. */
    int replicas() default 1;

    /** Id of the node of the first copy; by default the node with the most room. */
    String on() default "";

    /** How much an outage hurts. */
    Criticality criticality() default Criticality.MEDIUM;

    /** Order among workloads of equal criticality, higher first. */
    int slaPriority() default 0;

    /** How long the service may be down before its objective is missed. */
    String acceptableDowntime() default "1m";

    /** Processors that it needs on its node. */
    double cpus() default 0.1;

    /** Memory that it needs on its node, e.g. {@code "64MiB"}. */
    String memory() default "64MiB";

    /** When it is ready: {@code "/path"} answers 2xx, {@code "tcp"}: the port accepts, or {@code "log:regex"}: a line of its output matches. */
    String readiness() default "tcp";

    /** How long it may take to get ready. */
    String readinessTimeout() default "30s";

    /** What it speaks; AUTO is HTTP if readiness is a path. */
    Protocol protocol() default Protocol.AUTO;

    /** Whether it keeps data in a directory, which then moves with it. */
    boolean dataDirectory() default false;

    /** Port of the endpoint on 127.0.0.1; 0 for any. */
    int port() default 0;

    /** Holds repeated annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(ResilienceExtension.class)
    @interface List {
        DeployWorkload[] value();
    }
}
