package io.lifeboat.engine;

/** Hears what the engine does. Called by the thread that drives the engine; must not block or throw. */
@FunctionalInterface
public interface EngineListener {

    void onEvent(EngineEvent event);
}
