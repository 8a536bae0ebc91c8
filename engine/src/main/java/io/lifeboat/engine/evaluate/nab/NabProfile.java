package io.lifeboat.engine.evaluate.nab;

import java.util.List;

/**
 * What a detection, a false alarm and a miss are worth (Lavin and Ahmad, ICMLA 2015, table I).
 *
 * @param name as in the published results
 * @param truePositive gained at the start of a window
 * @param falsePositive lost by an alarm far from any window
 * @param falseNegative lost by a window without an alarm
 */
record NabProfile(String name, double truePositive, double falsePositive, double falseNegative) {

    static final NabProfile STANDARD = new NabProfile("standard", 1, 0.11, 1);

    static final List<NabProfile> ALL = List.of(
            STANDARD,
            new NabProfile("reward_low_FP_rate", 1, 0.22, 1),
            new NabProfile("reward_low_FN_rate", 1, 0.11, 2));
}
