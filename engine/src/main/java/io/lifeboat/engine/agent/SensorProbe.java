package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The hottest thermal sensor (thousandths of a degree) and the power drawn (from energy counters in microjoules). */
final class SensorProbe implements Probe {

    private static final long READ_EVERY_NANOS = 500_000_000L;

    private final List<Path> temperatures;
    private final List<Path> energies;
    private final Rate microjoules = new Rate();
    private long lastRead;
    private boolean read;
    private OptionalDouble temperature = OptionalDouble.empty();
    private OptionalDouble power = OptionalDouble.empty();

    SensorProbe(Path sys) {
        temperatures = Stream.concat(
                        ProcFiles.find(sys.resolve("class/thermal"), "thermal_zone*", "temp").stream(),
                        ProcFiles.find(sys.resolve("class/hwmon"), "hwmon*", "temp*_input").stream())
                .toList();
        // "intel-rapl:0" is a package; "intel-rapl:0:1" a part of it, already counted.
        energies = ProcFiles.find(sys.resolve("class/powercap"), "*:?", "energy_uj");
    }

    @Override
    public void measure(Sample sample) {
        if (!read || sample.nanos() - lastRead >= READ_EVERY_NANOS) {
            read = true;
            lastRead = sample.nanos();
            temperature = temperatures.stream()
                    .map(ProcFiles::number)
                    .flatMapToLong(OptionalLong::stream)
                    .mapToDouble(milli -> milli / 1000.0)
                    .max();
            power = energies.isEmpty() ? OptionalDouble.empty() : watts(sample.nanos());
        }
        temperature.ifPresent(celsius -> sample.put(Metric.CPU_TEMPERATURE, celsius));
        power.ifPresent(watts -> sample.put(Metric.POWER, watts));
    }

    private OptionalDouble watts(long nanos) {
        long total = energies.stream()
                .map(ProcFiles::number)
                .flatMapToLong(OptionalLong::stream)
                .sum();
        OptionalDouble perNano = microjoules.of(total, nanos);
        return perNano.isPresent() ? OptionalDouble.of(perNano.getAsDouble() * 1000) : perNano;
    }
}
