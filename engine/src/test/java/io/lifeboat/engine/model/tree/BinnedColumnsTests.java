package io.lifeboat.engine.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinnedColumnsTests {

    private static BinnedColumns bin(float... column) {
        try (Workers workers = new Workers(1)) {
            return new BinnedColumns(new float[][] {column}, workers);
        }
    }

    @Test
    void fewValuesGetABinEachAndEdgesLieBetweenThem() {
        BinnedColumns bins = bin(3, 1, 2, 1, Float.NaN);

        assertThat(bins.bins(0)).isEqualTo(3);
        assertThat(bins.column(0)).containsExactly(2, 0, 1, 0, (byte) BinnedColumns.MISSING);
        assertThat(bins.edge(0, 0)).isEqualTo(1.5f);
    }

    @Test
    void manyValuesAreCutIntoAtMost254BinsOfAboutEqualMass() {
        SplittableRandom random = new SplittableRandom(1);
        float[] column = new float[100_000];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) Math.exp(8 * random.nextDouble());
        }
        BinnedColumns bins = bin(column);
        int[] mass = new int[256];
        for (byte b : bins.column(0)) {
            mass[b & 0xff]++;
        }

        assertThat(bins.bins(0)).isBetween(240, BinnedColumns.MAX_BINS);
        assertThat(Arrays.stream(mass).max().orElseThrow()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aConstantOrAWhollyMissingColumnHasOneBin() {
        assertThat(bin(4, 4, 4).bins(0)).isEqualTo(1);
        assertThat(bin(Float.NaN, Float.NaN).bins(0)).isEqualTo(1);
    }

    @Test
    void aValueThatFillsHalfTheColumnDoesNotEatTheOtherBins() {
        float[] column = new float[2_000];
        for (int i = 0; i < 1_000; i++) {
            column[i] = i + 1;
        }

        assertThat(bin(column).bins(0)).isGreaterThan(100);
    }
}
