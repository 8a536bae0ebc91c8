package io.lifeboat.engine.cluster;

/**
 * The order to move one workload.
 *
 * @param id unique per engine, e.g. {@code migration-3}
 * @param workload id of the workload to move
 * @param from id of the node it is on
 * @param to id of the node it shall run on
 * @param kind planned while the source still runs, or a restart because it does not
 */
public record MigrationOrder(String id, String workload, String from, String to, Kind kind) {

    /** Whether there is still something to move, or only something to start again. */
    public enum Kind {
        /** The source runs: clients must not notice. */
        PLANNED,
        /** The source is dead: start again elsewhere, from the last copy of its data if it has any. */
        RESTART
    }
}
