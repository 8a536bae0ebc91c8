package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.anomaly.OwnHistoryDetector;
import io.lifeboat.engine.model.anomaly.RandomCutDetector;
import io.lifeboat.engine.model.anomaly.StreamingDetector;
import io.lifeboat.engine.model.anomaly.Unusualness;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How unusual the signals of one component of one node are, by one detector, at most four times a second. Mostly nobody wants to know, and so a
 * few moments wait and are judged together: what a detector remembers is spread over the memory, and to fetch it is what costs.
 */
final class Unusual {

    private static final long STEP_NANOS = 250_000_000L;
    private static final int WARM_UP = 12;
    private static final int CAPACITY = 480;
    private static final long SEED = 42;

    /** So many moments may wait. */
    private static final int WAITING = 8;

    private static final int NOTHING = -1;

    /** A score of 0 is no proof of health. */
    private static final double LEAST_CLAIM = 1e-3;

    private final NodeFeatures node;
    private final List<Metric> metrics;
    private final IntFunction<StreamingDetector> maker;
    private final boolean whole;
    private final boolean[] seen;

    /** Those that wait, then judged ones of before: nothing is gained by clearing what the next ones take the place of. */
    private final @Nullable Judgement[] moments = new Judgement[WAITING];

    private int waiting;
    private double[] rows = new double[0];
    private int most;
    private @Nullable StreamingDetector detector;
    private long last = Long.MIN_VALUE;

    /** Where the last moment stands. */
    private int latest = NOTHING;

    /**
     * @param maker of the detector; it may be large, and is made when there is something to judge
     * @param whole whether it judges all signals together, and so says nothing while one that was seen is missing
     */
    private Unusual(NodeFeatures node, List<Metric> metrics, IntFunction<StreamingDetector> maker, boolean whole) {
        this.node = node;
        this.metrics = metrics;
        this.maker = maker;
        this.whole = whole;
        this.seen = new boolean[metrics.size()];
        // Nodes take turns, or every eighth tick would have to do it all.
        this.most = 1 + Math.floorMod(node.node().hashCode(), WAITING);
    }

    static Unusual ownHistory(NodeFeatures node, List<Metric> metrics) {
        return new Unusual(node, metrics, dimensions -> new OwnHistoryDetector(dimensions, WARM_UP, CAPACITY), false);
    }

    static Unusual randomCut(NodeFeatures node, List<Metric> metrics) {
        return new Unusual(node, metrics, dimensions -> new RandomCutDetector(dimensions, SEED), true);
    }

    /** Judges what the signals show now, unless it has just done so. */
    synchronized Judgement judge(long nanos) {
        if (last == Long.MIN_VALUE || Math.abs(nanos - last) >= STEP_NANOS) {
            last = nanos;
            latest = look(nanos) ? await() : NOTHING;
        }
        return latest == NOTHING ? Judgement.NONE : Objects.requireNonNull(moments[latest]);
    }

    /** Takes down what the signals show now; whether that can be judged. */
    private boolean look(long nanos) {
        int from = waiting * seen.length;
        if (from == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(1, 2 * waiting) * seen.length);
        }
        boolean anything = false;
        boolean lost = false;
        for (int i = 0; i < seen.length; i++) {
            double level = node.level(metrics.get(i), nanos);
            rows[from + i] = level;
            boolean there = !Double.isNaN(level);
            anything |= there;
            lost |= seen[i] && !there;
            seen[i] |= there;
        }
        return anything && !(lost && whole);
    }

    private int await() {
        int at = waiting++;
        moments[at] = new Judgement(this);
        if (waiting >= most) {
            most = WAITING;
            settle();
        }
        return at;
    }

    /** Judges all that waits. */
    synchronized void settle() {
        for (int i = 0; i < waiting; i++) {
            double[] row = Arrays.copyOfRange(rows, i * seen.length, (i + 1) * seen.length);
            settle(Objects.requireNonNull(moments[i]), row);
        }
        waiting = 0;
    }

    private void settle(Judgement waited, double[] row) {
        if (detector == null) {
            detector = maker.apply(row.length);
        }
        Unusualness unusual = detector.update(row);
        double score = unusual.abstained() ? Double.NaN : unusual.score();
        waited.become(score, score > 0 ? metrics.get(unusual.strongest()) : null);
    }

    /** A score as a claimed probability, for calibration: 1 becomes a half. */
    static double claim(double score) {
        return Math.max(LEAST_CLAIM, score / (1 + score));
    }
}
