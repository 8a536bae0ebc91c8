package io.lifeboat.engine.cluster;

/**
 * Where a migration stands.
 *
 * <pre>
 * COPYING -> STARTING -> SWITCHING -> DRAINING -> COMPLETED
 *    |          |            |
 *    +----------+------------+--------> ROLLED_BACK   (everything is as before)
 *                            (RESTART only) --> FAILED (nothing to go back to)
 * </pre>
 *
 * With a data directory the copy comes before the start; without one COPYING is skipped.
 */
public enum MigrationPhase {
    COPYING,
    STARTING,
    SWITCHING,
    DRAINING,
    COMPLETED,
    ROLLED_BACK,
    FAILED;

    public boolean isFinal() {
        return this == COMPLETED || this == ROLLED_BACK || this == FAILED;
    }
}
