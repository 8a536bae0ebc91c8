package io.lifeboat.engine.cluster;

import java.time.Duration;
import java.util.Optional;

/** A migration that an operator carries out. All methods may be called from any thread and never block. */
public interface Migration {

    MigrationOrder order();

    MigrationPhase phase();

    /** Why the migration was rolled back or failed, in words for a reader of the report. */
    Optional<String> failure();

    /** How long clients were held at the endpoint; empty until the switch is done. */
    Optional<Duration> pause();

    /** After a restart from a copy: how old that copy was; empty otherwise. */
    Optional<Duration> dataAge();
}
