package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnHistoryDetectorTests extends StreamingDetectorContract {

    @Override
    StreamingDetector detector() {
        return new OwnHistoryDetector(DIMENSIONS, 50, 1000);
    }

    @Test
    void abstainsUntilItHasSeenEnough() {
        OwnHistoryDetector detector = new OwnHistoryDetector(1, 20, 100);
        for (int i = 0; i <= 20; i++) {
            assertThat(detector.update(new double[] {i % 3}).abstained()).isTrue();
        }
        assertThat(detector.update(new double[] {1}).abstained()).isFalse();
    }
}
