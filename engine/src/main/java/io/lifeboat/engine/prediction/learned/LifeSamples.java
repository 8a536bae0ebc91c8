package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.RemainingLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Estimates of remaining life made while devices were failing, and when each failed: at the last moment that it was still going to. */
final class LifeSamples {

    private record Estimate(Instant at, RemainingLife life) {}

    /** One that fails. */
    static final class Device {
        private final List<Estimate> estimates = new ArrayList<>();
        private Instant end = Instant.MIN;

        /** @param estimate as made at that moment, if there was one; moments in rising order */
        void failing(Instant at, Optional<RemainingLife> estimate) {
            end = at;
            estimate.ifPresent(life -> estimates.add(new Estimate(at, life)));
        }

        private List<LifeBand.Sample> samples(int band, Duration horizon) {
            return estimates.stream()
                    .filter(one -> LifeCalibration.band(one.life().expected(), horizon) == band)
                    .map(one -> LifeBand.Sample.of(one.life(), LifeBand.seconds(Duration.between(one.at(), end))))
                    .toList();
        }
    }

    private final List<Device> devices = new ArrayList<>();

    Device device() {
        Device device = new Device();
        devices.add(device);
        return device;
    }

    LifeCalibration fit(Duration horizon) {
        return new LifeCalibration(IntStream.range(0, LifeCalibration.BANDS)
                .mapToObj(band -> LifeBand.fit(devices.stream()
                        .map(device -> device.samples(band, horizon))
                        .filter(samples -> !samples.isEmpty())
                        .toList()))
                .toList());
    }
}
