package io.lifeboat.engine.agent;

/** Measures something on every tick. Called by one thread. */
interface Probe {

    /** Adds what could be measured; leaves out what could not. */
    void measure(Sample sample);
}
