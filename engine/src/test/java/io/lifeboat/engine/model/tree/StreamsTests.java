package io.lifeboat.engine.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StreamsTests {

    private static final int ROWS = 10_000;

    @Test
    void treesDrawRowsIndependently() {
        Streams streams = new Streams(1, 3);

        Set<Integer> common = drawn(streams.of(0));
        common.retainAll(drawn(streams.of(1)));

        // A bootstrap reaches 63 % of all rows, so two of them share 40 %; shifted by one draw, they share all of the
        // 63 %.
        assertThat(common.size()).isBetween(3_800, 4_200);
    }

    @Test
    void aStreamDependsOnSeedAndTreeAlone() {
        assertThat(new Streams(7, 2).of(1).nextLong())
                .isEqualTo(new Streams(7, 50).of(1).nextLong());
        assertThat(new Streams(7, 2).of(1).nextLong())
                .isNotEqualTo(new Streams(8, 2).of(1).nextLong());
    }

    private static Set<Integer> drawn(RandomGenerator random) {
        Set<Integer> rows = new HashSet<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(random.nextInt(ROWS));
        }
        return rows;
    }
}
