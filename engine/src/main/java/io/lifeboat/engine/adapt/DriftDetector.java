package io.lifeboat.engine.adapt;

/** Watches a stream of numbers for a change of its mean. Not thread-safe; the same stream gives the same alarms. */
public interface DriftDetector {

    /** Takes the next value, finite; true if it gives the alarm, after which the detector starts afresh. */
    boolean add(double value);

    /** How the detector is called in reports. */
    String name();
}
