package io.lifeboat.engine.evaluate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlarmFiguresTests {

    private static boolean[] rows(String marks) {
        boolean[] rows = new boolean[marks.length()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = marks.charAt(i) == 'x';
        }
        return rows;
    }

    @Test
    void rowsAndSegmentsAreCountedWithoutAdjustment() {
        AlarmFigures figures = AlarmFigures.of(rows(".x.xx....x"), rows("...xxxx.x."));

        assertThat(figures.precision()).isCloseTo(2 / 4.0, within(1e-12));
        assertThat(figures.recall()).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(figures.f1()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(figures.falsePositiveRate()).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(figures.segmentRecall()).isCloseTo(1 / 2.0, within(1e-12));
    }

    @Test
    void withoutAlarmsNothingIsFoundAndPrecisionIsUnknown() {
        AlarmFigures figures = AlarmFigures.of(rows("...."), rows("..x."));

        assertThat(figures.precision()).isNaN();
        assertThat(figures.f1()).isZero();
        assertThat(figures.segmentRecall()).isZero();
    }
}
