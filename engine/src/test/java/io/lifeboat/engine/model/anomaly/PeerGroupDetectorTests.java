package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PeerGroupDetectorTests extends StreamingDetectorContract {

    @Override
    StreamingDetector detector() {
        return new PeerGroupDetector(DIMENSIONS);
    }

    @Test
    void whatAllNodesShareIsNotUnusual() {
        assertThat(new PeerGroupDetector(4)
                        .update(new double[] {500, 501, 499, 502})
                        .score())
                .isZero();
    }

    @Test
    void twoOddNodesDoNotHideEachOther() {
        Unusualness judged = new PeerGroupDetector(5).update(new double[] {10, 90, 10.1, 95, 9.9});

        assertThat(judged.ranking().subList(0, 2)).containsExactlyInAnyOrder(1, 3);
        assertThat(judged.score()).isPositive();
    }

    @Test
    void abstainsWhenTooFewNodesReport() {
        Unusualness judged = new PeerGroupDetector(4).update(new double[] {1, 1, Double.NaN, 99});

        assertThat(judged.abstained()).isTrue();
    }

    @Test
    void aGroupThatIsTooSmallIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeerGroupDetector(3))
                .withMessageContaining("3 nodes");
    }
}
