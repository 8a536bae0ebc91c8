package io.lifeboat.engine.migration;

import java.time.Duration;

/**
 * Limits of reallocation.
 *
 * @param maxConcurrent planned migrations that may run at once; those of high criticality do not wait for a slot
 * @param maxEvacuatedShare share of all nodes that may be cordoned, evacuated or lost at once, above 0 and below 1
 * @param maxAttempts planned migrations tried for one workload until it is left to an operator
 * @param retryAfter how long a workload rests after a failed migration
 * @param targetCooldown how long a node is no target for a workload whose migration to it failed
 * @param returnCooldown how long a workload is not moved back to a node that it was moved off
 * @param uncordonAfter how long a node cordoned by the engine must be without warning until it is uncordoned
 * @param unreachableGrace how long an unreachable node must also be without telemetry until its workloads are restarted
 */
public record MigrationSettings(
        int maxConcurrent,
        double maxEvacuatedShare,
        int maxAttempts,
        Duration retryAfter,
        Duration targetCooldown,
        Duration returnCooldown,
        Duration uncordonAfter,
        Duration unreachableGrace) {

    public MigrationSettings {
        if (maxConcurrent < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("maxConcurrent (%d) and maxAttempts (%d) must be at least 1."
                    .formatted(maxConcurrent, maxAttempts));
        }
        if (!(maxEvacuatedShare > 0 && maxEvacuatedShare < 1)) {
            throw new IllegalArgumentException(
                    "maxEvacuatedShare (%s) must be above 0 and below 1.%nMaybe write 0.5: half of the nodes stay ready."
                            .formatted(maxEvacuatedShare));
        }
        requireNotNegative("retryAfter", retryAfter);
        requireNotNegative("targetCooldown", targetCooldown);
        requireNotNegative("returnCooldown", returnCooldown);
        requireNotNegative("uncordonAfter", uncordonAfter);
        requireNotNegative("unreachableGrace", unreachableGrace);
    }

    /** 2 at once, half of the nodes, 3 attempts; 2 s, 10 s, 60 s, 10 s and 3 s. */
    public static MigrationSettings defaults() {
        return new MigrationSettings(
                2,
                0.5,
                3,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3));
    }

    /** These settings with another number of planned migrations at once. */
    public MigrationSettings withMaxConcurrent(int max) {
        return new MigrationSettings(
                max,
                maxEvacuatedShare,
                maxAttempts,
                retryAfter,
                targetCooldown,
                returnCooldown,
                uncordonAfter,
                unreachableGrace);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s (%s) must not be negative.".formatted(name, value));
        }
    }
}
