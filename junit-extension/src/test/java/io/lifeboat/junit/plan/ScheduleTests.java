package io.lifeboat.junit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.junit.Then;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Test
    void severityRisesOverTheRunUpAndStays() {
        Schedule schedule = schedule(2, 4, 10, null);
        assertThat(schedule.level(seconds(2))).isZero();
        assertThat(schedule.level(seconds(3))).isCloseTo(0.25, within(1e-9));
        assertThat(schedule.level(seconds(6))).isEqualTo(1);
        assertThat(schedule.level(seconds(11))).isEqualTo(1);
        assertThat(schedule.end()).isEqualTo(seconds(12));
        assertThat(schedule.peak()).isEqualTo(seconds(6));
    }

    @Test
    void aPulseIsOnFirstAndThenOff() {
        Schedule schedule = schedule(1, 0, 10, Pulse.parse("1s/2s"));
        assertThat(schedule.level(Duration.ofMillis(1500))).isEqualTo(1);
        assertThat(schedule.level(Duration.ofMillis(2500))).isZero();
        assertThat(schedule.level(Duration.ofMillis(4500))).isEqualTo(1);
    }

    @Test
    void aRunUpLongerThanTheWholeIsRefused() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> schedule(0, 5, 3, null))
                .withMessageContaining("must not be shorter than rampUp")
                .withMessageContaining("Maybe");
    }

    @Test
    void aBrokenPulseIsRefused() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> Pulse.parse("1s"))
                .withMessageContaining("pulse = \"1s\"")
                .withMessageContaining("Maybe write \"500ms/2s\"");
    }

    private static Schedule schedule(
            int after, int rampUp, int duration, @org.jspecify.annotations.Nullable Pulse pulse) {
        return new Schedule(seconds(after), seconds(rampUp), seconds(duration), Then.RECOVER, pulse, 1);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
