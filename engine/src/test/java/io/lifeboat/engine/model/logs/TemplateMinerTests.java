package io.lifeboat.engine.model.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TemplateMinerTests {

    private final TemplateMiner miner = new TemplateMiner(0.5, 10);

    @Test
    void linesThatDifferInAValueShareATemplate() {
        int first = miner.add("Correctable error on dimm alpha bank left").id();
        LogTemplate second = miner.add("Correctable error on dimm beta bank left");

        assertThat(second.id()).isEqualTo(first);
        assertThat(second.text()).isEqualTo("Correctable error on dimm <*> bank left");
    }

    @Test
    void wordsWithDigitsAreValuesFromTheStart() {
        assertThat(miner.add("fan 3 runs at 4200rpm").text()).isEqualTo("fan <*> runs at <*>");
    }

    @Test
    void linesOfAnotherKindGetAnotherTemplate() {
        int read = miner.add("disk read failed on sda").id();
        int link = miner.add("link is down since midnight").id();

        assertThat(link).isNotEqualTo(read);
        assertThat(miner.templates()).hasSize(2);
    }

    @Test
    void linesOfAnotherLengthGetAnotherTemplate() {
        assertThat(miner.add("disk read failed").id())
                .isNotEqualTo(miner.add("disk read failed again").id());
    }

    @Test
    void anEmptyLineIsATemplateToo() {
        assertThat(miner.add("  ").id()).isEqualTo(miner.add("").id());
    }

    @Test
    void beyondTheMostTemplatesTheRestSharesTheLastOne() {
        TemplateMiner small = new TemplateMiner(0.5, 3);
        small.add("one");
        small.add("two");
        LogTemplate third = small.add("three");

        assertThat(small.add("four")).isEqualTo(third);
        assertThat(third.text()).isEqualTo("<*>");
        assertThat(small.add("one").id()).isZero();
        assertThat(small.templates()).hasSize(3);
    }

    @Test
    void aSimilarityOutsideItsRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateMiner(0, 10))
                .withMessageContaining("similarity 0.0");
    }

    @Test
    void onceThereAreEnoughTemplatesNewKindsOfMessagesTakeNoMemory() {
        for (int i = 0; i < 1000; i++) {
            miner.add("x".repeat(i + 1) + " failed");
        }

        assertThat(miner.templates()).hasSize(10);
        assertThat(miner.groups()).isLessThanOrEqualTo(10);
    }
}
