package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.RemainingLife;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What estimates of the remaining life are worth, learned from recorded failures: by how far ahead they look, since one that
 * is soon due is off by less. Immutable.
 *
 * @param bands for estimates up to a sixth of the horizon, up to a half, and longer ones
 */
record LifeCalibration(List<LifeBand> bands) {

    /** No failure was seen: estimates stay as they are, without guarantee. */
    static final LifeCalibration NONE =
            new LifeCalibration(Collections.nCopies(LifeCalibration.BANDS, LifeBand.UNKNOWN));

    static final int BANDS = 3;

    LifeCalibration {
        bands = List.copyOf(bands);
    }

    static int band(Duration estimate, Duration horizon) {
        double share = LifeBand.seconds(estimate) / LifeBand.seconds(horizon);
        return share <= 1 / 6.0 ? 0 : share <= 0.5 ? 1 : 2;
    }

    /** The estimate as it is calibrated. */
    RemainingLife calibrated(RemainingLife estimate, Duration horizon) {
        return bands.get(band(estimate.expected(), horizon)).calibrated(estimate);
    }

    void write(DataOutput out) throws IOException {
        for (LifeBand band : bands) {
            band.write(out);
        }
    }

    static LifeCalibration read(DataInput in) throws IOException {
        List<LifeBand> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            bands.add(LifeBand.read(in));
        }
        return new LifeCalibration(bands);
    }
}
