package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.anomaly.OwnHistoryDetector;
import io.lifeboat.engine.model.anomaly.RandomCutDetector;
import io.lifeboat.engine.model.anomaly.StreamingDetector;
import io.lifeboat.engine.model.anomaly.Unusualness;
import io.lifeboat.engine.telemetry.Metric;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How unusual the signals of one component of one node are, by one detector, judged at most four times a second. */
final class Unusual {

    private static final long STEP_NANOS = 250_000_000L;
    private static final int WARM_UP = 12;
    private static final int CAPACITY = 480;
    private static final long SEED = 42;

    /** A score of 0 is no proof of health. */
    private static final double LEAST_CLAIM = 1e-3;

    private final NodeFeatures node;
    private final List<Metric> metrics;
    private final IntFunction<StreamingDetector> maker;
    private final boolean whole;
    private final boolean[] seen;
    private @Nullable StreamingDetector detector;
    private long last = Long.MIN_VALUE;
    private double score = Double.NaN;
    private @Nullable Metric about;

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
    }

    static Unusual ownHistory(NodeFeatures node, List<Metric> metrics) {
        return new Unusual(node, metrics, dimensions -> new OwnHistoryDetector(dimensions, WARM_UP, CAPACITY), false);
    }

    static Unusual randomCut(NodeFeatures node, List<Metric> metrics) {
        return new Unusual(node, metrics, dimensions -> new RandomCutDetector(dimensions, SEED), true);
    }

    /** The score now, 0 or more; not a number while the detector abstains. */
    double score(long nanos) {
        if (last != Long.MIN_VALUE && Math.abs(nanos - last) < STEP_NANOS) {
            return score;
        }
        last = nanos;
        double[] row = new double[metrics.size()];
        boolean anything = false;
        boolean lost = false;
        for (int i = 0; i < row.length; i++) {
            row[i] = node.level(metrics.get(i), nanos);
            boolean there = !Double.isNaN(row[i]);
            anything |= there;
            lost |= seen[i] && !there;
            seen[i] |= there;
        }
        if (!anything || lost && whole) {
            score = Double.NaN;
            about = null;
            return score;
        }
        if (detector == null) {
            detector = maker.apply(row.length);
        }
        Unusualness judged = detector.update(row);
        score = judged.abstained() ? Double.NaN : judged.score();
        about = score > 0 ? metrics.get(judged.ranking().get(0)) : null;
        return score;
    }

    /** The signal that adds most to the last score; null if it is 0 or there is none. */
    @Nullable
    Metric about() {
        return about;
    }

    /** A score as a claimed probability, for calibration: 1 becomes a half. */
    static double claim(double score) {
        return Math.max(LEAST_CLAIM, score / (1 + score));
    }
}
