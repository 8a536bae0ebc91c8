package io.lifeboat.junit.plan;

import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.local.Readiness;
import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.DeployWorkload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From {@code @DeployWorkload} to checked specifications. */
final class WorkloadReader {

    private static final String LOG_PREFIX = "log:";

    private final ClusterPlan cluster;

    WorkloadReader(ClusterPlan cluster) {
        this.cluster = cluster;
    }

    /** Reads annotations that come nearest first; of two with one name the first counts. */
    List<WorkloadSpec> read(List<DeployWorkload> annotations) {
        Map<String, WorkloadSpec> byName = new LinkedHashMap<>();
        for (DeployWorkload annotation : annotations) {
            if (!byName.containsKey(annotation.name())) {
                byName.put(annotation.name(), read(annotation));
            }
        }
        return List.copyOf(byName.values());
    }

    private WorkloadSpec read(DeployWorkload annotation) {
        try {
            return builder(annotation).build();
        } catch (PlanException | IllegalArgumentException e) {
            throw new PlanException("@DeployWorkload(name = \"%s\"): %s".formatted(annotation.name(), e.getMessage()));
        }
    }

    private WorkloadSpec.Builder builder(DeployWorkload annotation) {
        WorkloadSpec.Builder builder = WorkloadSpec.builder(annotation.name())
                .command(command(annotation))
                .environment(environment(annotation.env()))
                .replicas(annotation.replicas())
                .criticality(annotation.criticality())
                .slaPriority(annotation.slaPriority())
                .acceptableDowntime(Durations.parsePositive("acceptableDowntime", annotation.acceptableDowntime()))
                .requests(new Resources(annotation.cpus(), ByteSizes.parse("memory", annotation.memory())))
                .readiness(readiness(annotation.readiness())
                        .within(Durations.parsePositive("readinessTimeout", annotation.readinessTimeout())))
                .protocol(annotation.protocol())
                .dataDirectory(annotation.dataDirectory())
                .endpointPort(annotation.port());
        if (!annotation.on().isEmpty()) {
            builder.on(spread(node(annotation.on()), annotation.replicas()));
        }
        return builder;
    }

    private List<String> command(DeployWorkload annotation) {
        boolean main = annotation.main() != void.class;
        boolean command = annotation.command().length > 0;
        if (main && command) {
            throw new PlanException("main and command are both set.%nMaybe remove one of them.".formatted());
        }
        if (main) {
            return WorkloadSpec.javaMain(annotation.main(), annotation.args());
        }
        if (!command && !cluster.simulated()) {
            throw new PlanException(
                    "neither main nor command is set, so there is nothing to run.%nMaybe write main = MyService.class."
                            .formatted());
        }
        return command ? List.of(annotation.command()) : List.of("simulated");
    }

    /** The first copy runs on the given node, the others on those after it in turn. */
    private String[] spread(String first, int replicas) {
        List<String> ids = cluster.nodeIds();
        int start = ids.indexOf(first);
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < Math.max(1, replicas); i++) {
            nodes.add(ids.get((start + i) % ids.size()));
        }
        return nodes.toArray(String[]::new);
    }

    private String node(String id) {
        List<String> ids = cluster.nodeIds();
        if (!ids.contains(id)) {
            throw new PlanException(
                    "on = \"%s\" is not a node of the cluster.%s".formatted(id, Suggestion.maybe(id, ids)));
        }
        return id;
    }

    private static Readiness readiness(String text) {
        if (text.startsWith("/")) {
            return Readiness.http(text);
        } else if (text.equals("tcp")) {
            return Readiness.tcp();
        } else if (text.startsWith(LOG_PREFIX)) {
            return Readiness.logLine(text.substring(LOG_PREFIX.length()));
        }
        throw new PlanException(
                "readiness = \"%s\" is no readiness condition.%nMaybe write \"/health\", \"tcp\" or \"log:started\"."
                        .formatted(text));
    }

    private static Map<String, String> environment(String[] pairs) {
        Map<String, String> environment = new LinkedHashMap<>();
        Arrays.stream(pairs).forEach(pair -> {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new PlanException("env = \"%s\" is no variable.%nMaybe write \"NAME=value\".".formatted(pair));
            }
            environment.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return environment;
    }
}
