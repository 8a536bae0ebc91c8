package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;

/**
 * One drive's life: its SMART counters as steps over power-on hours. What lies after a moment is never read for that moment;
 * {@code lastDay} and {@code failed} place snapshots on the calendar and label them, and are no features.
 *
 * @param id its number in the file
 * @param model manufacturer's name of the model
 * @param sizeTb capacity in terabytes
 * @param lastDay the last day it was seen, in days since 1970
 * @param lastHour power-on hours on that day
 * @param failed whether it failed on that day
 * @param starts power-on hours at which each step begins, ascending
 * @param smart the counters of each step in the order of {@link Smart}, exact to 53 bits as some pack words; NaN where not reported
 */
@SuppressWarnings("ArrayRecordComponent")
record Drive(
        String id,
        String model,
        float sizeTb,
        int lastDay,
        double lastHour,
        boolean failed,
        double[] starts,
        double[][] smart) {

    /** Power-on hours on a day; before the first step if the drive was not there yet. */
    double hourOn(int day) {
        return lastHour - (lastDay - day) * 24.0;
    }

    /** The day it was first seen, in days since 1970, if it was powered ever since. */
    double firstDay() {
        return lastDay - (lastHour - starts[0]) / 24;
    }

    /** Seen on that day, and not yet failed when the day began. */
    boolean presentOn(int day) {
        return (failed ? day < lastDay : day <= lastDay) && hourOn(day) >= starts[0];
    }

    boolean failsWithin(int day, int days) {
        return failed && lastDay > day && lastDay <= day + days;
    }

    /** The step in force at an hour, or the first one before that. */
    int stepAt(double hour) {
        int found = Arrays.binarySearch(starts, hour);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    double value(int step, Smart attribute) {
        return smart[step][attribute.ordinal()];
    }
}
