package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerLevelsTests {

    /** The definition: sort, take one that equals the own level out, look at three quarters of the way. */
    private static double byDefinition(double[] levels, double own) {
        double[] fresh = Arrays.stream(levels)
                .filter(level -> !Double.isNaN(level))
                .sorted()
                .toArray();
        if (fresh.length < 2) {
            return Double.NaN;
        }
        int out = Arrays.binarySearch(fresh, own);
        int at = (fresh.length - 1) * 3 / 4;
        return fresh[at < out ? at : at + 1];
    }

    @Test
    void whatThePeersShowIsTheSameAsAfterSorting() {
        SplittableRandom random = new SplittableRandom(3);
        for (int nodes = 1; nodes < 60; nodes++) {
            double[] levels = new double[nodes];
            PeerLevels peers = new PeerLevels();
            IntStream.range(0, nodes).forEach(node -> peers.add());
            for (int change = 0; change < 5 * nodes; change++) {
                int node = change < nodes ? change : random.nextInt(nodes);
                // Few values, so that many are equal; some nodes are silent.
                levels[node] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(10) / 3.0;
                peers.set(node, levels[node]);
                if (change >= nodes - 1 && !Double.isNaN(levels[node])) {
                    assertThat(peers.upperWithout(levels[node]))
                            .isEqualTo(Double.valueOf(byDefinition(levels, levels[node])));
                }
            }
        }
    }

    private static double[] of(double[] levels, int[] kept) {
        return Arrays.stream(kept).mapToDouble(node -> levels[node]).toArray();
    }

    @Test
    void theSameInALargeFleetThatChangesAndShrinks() {
        SplittableRandom random = new SplittableRandom(5);
        double[] levels = random.doubles(2_000).toArray();
        PeerLevels peers = new PeerLevels();
        for (int node = 0; node < levels.length; node++) {
            peers.add();
            peers.set(node, levels[node]);
        }
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < 100; i++) {
                int node = random.nextInt(levels.length);
                // In the end all rise, and the quartile with them.
                levels[node] = random.nextInt(9) == 0 ? Double.NaN : random.nextDouble() + Math.max(0, round - 150);
                peers.set(node, levels[node]);
            }
            if (round == 100) {
                int[] kept =
                        IntStream.range(0, levels.length).filter(i -> i % 3 > 0).toArray();
                peers.keep(kept);
                levels = of(levels, kept);
            }
            for (double own : new double[] {levels[0], levels[1], levels[2]}) {
                if (!Double.isNaN(own)) {
                    assertThat(peers.upperWithout(own)).isEqualTo(Double.valueOf(byDefinition(levels, own)));
                }
            }
        }
    }

    @Test
    void selectionFindsEveryRank() {
        SplittableRandom random = new SplittableRandom(4);
        for (int size = 1; size < 80; size++) {
            double[] values = random.doubles(size, -3, 3).map(Math::rint).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int rank = 0; rank < size; rank++) {
                double[] copy = values.clone();
                assertThat(Selection.smallest(copy, size, rank)).isEqualTo(sorted[rank]);
                assertThat(Arrays.stream(copy, rank, size).min().orElseThrow()).isEqualTo(sorted[rank]);
            }
        }
    }
}
