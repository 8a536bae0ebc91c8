package io.lifeboat.engine.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold for a {@link WorkloadSpec} whatever cluster it is deployed to. */
final class SpecRules {

    private SpecRules() {}

    static void check(String name, List<String> command, int replicas, boolean dataDirectory, int endpointPort) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "The name \"%s\" of a workload must be 1 to 100 letters, digits, \"-\", \"_\" or \".\" and begin with a letter or digit."
                            .formatted(name));
        }
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException(
                    "Workload \"%s\" has no command. Maybe use WorkloadSpec.javaMain for a main class."
                            .formatted(name));
        }
        if (replicas < 1) {
            throw new IllegalArgumentException(
                    "replicas (%d) of workload \"%s\" must be at least 1.".formatted(replicas, name));
        }
        if (dataDirectory && replicas > 1) {
            throw new IllegalArgumentException(
                    "Workload \"%s\" has a data directory and %d replicas, but two processes cannot share one data directory. Maybe deploy one replica, or several workloads with one each."
                            .formatted(name, replicas));
        }
        if (endpointPort < 0 || endpointPort > 65535) {
            throw new IllegalArgumentException(
                    "endpointPort (%d) of workload \"%s\" must be within 0 and 65535. Maybe use port 0 for any free one."
                            .formatted(endpointPort, name));
        }
    }

    static void checkDurations(String name, Duration acceptableDowntime, Duration drainTimeout) {
        if (acceptableDowntime.isNegative() || acceptableDowntime.isZero()) {
            throw new IllegalArgumentException(
                    "acceptableDowntime (%s) of workload \"%s\" must be positive.".formatted(acceptableDowntime, name));
        }
        if (drainTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "drainTimeout (%s) of workload \"%s\" must not be negative.".formatted(drainTimeout, name));
        }
    }

    static void checkInitialData(String name, Optional<Path> initialData) {
        initialData.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new IllegalArgumentException(
                    "The initial data \"%s\" of workload \"%s\" must be a directory. Maybe the path is misspelt."
                            .formatted(path, name));
        });
    }
}
