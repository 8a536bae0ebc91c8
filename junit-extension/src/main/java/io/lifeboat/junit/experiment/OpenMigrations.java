package io.lifeboat.junit.experiment;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.EngineListener;
import java.util.HashSet;
import java.util.Set;

/** The migrations that are under way. Thread-safe. */
final class OpenMigrations implements EngineListener {

    private final Set<String> open = new HashSet<>();

    @Override
    public synchronized void onEvent(EngineEvent event) {
        if (event instanceof EngineEvent.MigrationStarted started) {
            open.add(started.order().id());
        } else if (event instanceof EngineEvent.MigrationAdvanced advanced
                && advanced.phase().isFinal()) {
            open.remove(advanced.order().id());
        }
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }
}
