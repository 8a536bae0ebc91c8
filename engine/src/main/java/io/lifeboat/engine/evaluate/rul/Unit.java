package io.lifeboat.engine.evaluate.rul;

import java.util.Arrays;

/**
 * What was measured of one unit, from its first cycle on.
 *
 * @param id its name in the file
 * @param values {@code values[cycle][sensor]}
 */
@SuppressWarnings("ArrayRecordComponent")
record Unit(String id, float[][] values) {

    int cycles() {
        return values.length;
    }

    /** The same unit when it had run so many cycles, and nothing later. */
    Unit first(int cycles) {
        return new Unit(id, Arrays.copyOf(values, cycles));
    }
}
