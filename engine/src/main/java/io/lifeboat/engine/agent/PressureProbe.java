package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Pressure stall information (PSI): share of time in which some task waited. The kernel counts microseconds. */
final class PressureProbe implements Probe {

    private final Path file;
    private final Metric metric;
    private final Rate micros = new Rate();

    PressureProbe(Path file, Metric metric) {
        this.file = file;
        this.metric = metric;
    }

    @Override
    public void measure(Sample sample) {
        OptionalLong total = ProcFiles.field(ProcFiles.text(file), "total=");
        if (total.isPresent()) {
            micros.of(total.getAsLong(), sample.nanos()).ifPresent(perNano -> sample.putShare(metric, perNano * 1000));
        }
    }
}
