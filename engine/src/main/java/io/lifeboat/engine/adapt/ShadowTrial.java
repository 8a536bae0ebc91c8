package io.lifeboat.engine.adapt;

import io.lifeboat.engine.model.calibration.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * Champion and challenger on the same inputs, of which only the champion's scores have consequences. The challenger is no worse if its
 * average precision is at least the champion's and its probabilities come true as well: failures observed over expected within 0.8 to
 * 1.25, or no farther from 1 than the champion's. That is known only of what nobody acted on: while too many warnings were acted on, the
 * challenger is not promoted. Not thread-safe.
 */
public final class ShadowTrial {

    /** The distance from 1, as a logarithm, up to which probabilities count as calibrated. */
    private static final double CALIBRATED = Math.log(1.25);

    private final TrialSettings settings;
    private final List<Pair> pairs = new ArrayList<>();
    private final UnknownWarnings unknown;
    private int failures;

    private record Pair(float champion, float challenger, boolean failed) {}

    public ShadowTrial(TrialSettings settings) {
        this.settings = settings;
        this.unknown = new UnknownWarnings(settings.warning());
    }

    /** What both claimed of something whose outcome is known. */
    public void add(String device, double champion, double challenger, boolean failed) {
        unknown.known(device, champion, challenger);
        pairs.add(new Pair((float) champion, (float) challenger, failed));
        failures += failed ? 1 : 0;
    }

    /** What both claimed of something that was taken out of observation before its outcome was known, or was so already. */
    public void unknown(String device, double champion, double challenger) {
        unknown.unknown(device, champion, challenger);
    }

    /** The verdict so far. */
    public TrialVerdict verdict() {
        if (pairs.size() >= settings.outcomes() && failures >= settings.failures()) {
            return judged();
        }
        String seen = "%d outcomes with %d failures".formatted(pairs.size(), failures);
        return pairs.size() >= settings.mostOutcomes()
                ? new TrialVerdict.Worse(seen + " are too few failures to tell, and the trial must end.")
                : new TrialVerdict.Undecided(
                        "%s, of at least %d with %d.".formatted(seen, settings.outcomes(), settings.failures()));
    }

    private TrialVerdict judged() {
        Figures champion = figures(false);
        Figures challenger = figures(true);
        boolean ranksNoWorse = challenger.precision() >= champion.precision();
        boolean claimsNoWorse = challenger.distance() <= Math.max(champion.distance(), CALIBRATED);
        String words =
                ("Over %d outcomes with %d failures: average precision %.3f against the champion's %.3f, observed over"
                                + " expected %.2f against %.2f.")
                        .formatted(
                                pairs.size(),
                                failures,
                                challenger.precision(),
                                champion.precision(),
                                challenger.observedOverExpected(),
                                champion.observedOverExpected());
        return ranksNoWorse && claimsNoWorse ? noWorse(words) : new TrialVerdict.Worse(words);
    }

    private TrialVerdict noWorse(String words) {
        if (unknown.share() <= settings.mostUnknown()) {
            return new TrialVerdict.NoWorse(words);
        }
        String why = words + " But: " + unknown.words();
        return pairs.size() >= settings.mostOutcomes()
                ? new TrialVerdict.Worse(why + " The trial must end.")
                : new TrialVerdict.Withheld(why);
    }

    private Figures figures(boolean ofChallenger) {
        float[] scores = new float[pairs.size()];
        boolean[] failed = new boolean[scores.length];
        double expected = 0;
        for (int i = 0; i < scores.length; i++) {
            Pair pair = pairs.get(i);
            scores[i] = ofChallenger ? pair.challenger() : pair.champion();
            failed[i] = pair.failed();
            expected += scores[i];
        }
        return new Figures(Ranking.of(scores, failed).averagePrecision(), failures / Math.max(expected, 1e-9));
    }

    private record Figures(double precision, double observedOverExpected) {

        double distance() {
            return Math.abs(Math.log(observedOverExpected));
        }
    }
}
