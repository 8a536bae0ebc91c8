package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.RemainingLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Estimates of remaining life made while a device was failing, and when each failed: at the last moment that it was still going to. */
final class LifeSamples {

    private record Estimate(Instant at, RemainingLife life) {}

    private final Map<Integer, List<Estimate>> estimates = new LinkedHashMap<>();
    private final Map<Integer, Instant> ends = new LinkedHashMap<>();

    /** @param estimate as made then, if there was one */
    void add(int device, Instant at, Outcome outcome, Optional<RemainingLife> estimate) {
        if (outcome == Outcome.FAILS) {
            ends.put(device, at);
            estimate.ifPresent(life ->
                    estimates.computeIfAbsent(device, id -> new ArrayList<>()).add(new Estimate(at, life)));
        }
    }

    LifeCalibration fit(Duration horizon) {
        return new LifeCalibration(IntStream.range(0, LifeCalibration.BANDS)
                .mapToObj(band -> LifeBand.fit(of(band, horizon)))
                .toList());
    }

    private List<List<LifeBand.Sample>> of(int band, Duration horizon) {
        List<List<LifeBand.Sample>> devices = new ArrayList<>();
        estimates.forEach((device, all) -> {
            Instant end = ends.getOrDefault(device, Instant.MIN);
            List<LifeBand.Sample> samples = all.stream()
                    .filter(one -> LifeCalibration.band(one.life().expected(), horizon) == band)
                    .map(one -> LifeBand.Sample.of(one.life(), LifeBand.seconds(Duration.between(one.at(), end))))
                    .toList();
            if (!samples.isEmpty()) {
                devices.add(samples);
            }
        });
        return devices;
    }
}
