package io.lifeboat.fault.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlipSequenceTests {

    private static final List<MemoryRegion> REGIONS =
            List.of(new MemoryRegion(7, 4096, 800, "a"), new MemoryRegion(8, 8192, 80, "b"));

    private static List<FlipSequence.Flip> flips(long seed, double severity) {
        FlipSequence sequence = new FlipSequence(REGIONS, seed);
        return IntStream.range(0, 1000).mapToObj(i -> sequence.next(severity)).toList();
    }

    @Test
    void theSameSeedFlipsTheSameBits() {
        assertThat(flips(42, 1)).isEqualTo(flips(42, 1)).isNotEqualTo(flips(43, 1));
    }

    @Test
    void severityDoesNotChangeWhichWordsAreHit() {
        assertThat(flips(42, 0.1))
                .extracting(FlipSequence.Flip::word)
                .isEqualTo(flips(42, 1).stream().map(FlipSequence.Flip::word).toList());
    }

    @Test
    void belowTheDoubleErrorThresholdSingleBitsOnly() {
        assertThat(flips(42, 0.79)).allMatch(flip -> Long.bitCount(flip.mask()) == 1);
    }

    @Test
    void aboveItAboutAQuarterOfTheWordsGetTwoWrongBits() {
        long doubles = flips(42, 0.8).stream()
                .filter(flip -> Long.bitCount(flip.mask()) == 2)
                .count();
        assertThat(doubles).isBetween(150L, 350L);
        assertThat(flips(42, 0.8)).allMatch(flip -> Long.bitCount(flip.mask()) <= 2);
    }

    @Test
    void staysInsideTheRegionsAndReachesAllOfThem() {
        assertThat(flips(42, 1))
                .allMatch(flip -> flip.word() >= 0
                        && flip.word() < REGIONS.get(flip.region()).length() / 8)
                .extracting(FlipSequence.Flip::region)
                .contains(0, 1);
    }
}
