package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    @Test
    void itStartsAtTheTimeOfDayAndGoesOnWhateverIsSet() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        AtomicReference<Instant> timeOfDay = new AtomicReference<>(start);
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        SteadyClock clock = new SteadyClock(timeOfDay::get, nanos::get);
        assertThat(clock.instant()).isEqualTo(start);

        timeOfDay.set(start.minusSeconds(3600));
        nanos.addAndGet(1_000_000_007);
        assertThat(clock.instant()).isEqualTo(start.plusNanos(1_000_000_007));
    }
}
