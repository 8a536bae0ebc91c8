package io.lifeboat.engine;

import io.lifeboat.engine.alert.Incident;
import io.lifeboat.engine.alert.Incidents;
import java.time.Instant;
import java.util.function.Consumer;

/** Turns incidents into the engine's events. */
final class IncidentReporter implements Incidents.Listener {

    private final Consumer<EngineEvent> events;
    private Instant now = Instant.MIN;

    IncidentReporter(Consumer<EngineEvent> events) {
        this.events = events;
    }

    /** Stamps the events from here on. */
    void now(Instant instant) {
        now = instant;
    }

    @Override
    public void opened(Incident incident) {
        events.accept(new EngineEvent.IncidentOpened(now, incident.id(), incident.cause(), incident.members()));
    }

    @Override
    public void closed(Incident incident) {
        events.accept(new EngineEvent.IncidentClosed(now, incident.id(), incident.cause(), incident.members()));
    }
}
