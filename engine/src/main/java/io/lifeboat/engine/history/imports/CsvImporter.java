package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.history.TruthCsv;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** CSV telemetry with any columns, by a mapping file. */
final class CsvImporter implements Importer {

    private record Sample(String node, Instant at, boolean failed, double[] numbers) {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String usage() {
        return "csv --mapping FILE --input FILE… [--truth FILE]: telemetry with any columns";
    }

    @Override
    public Set<String> options() {
        return Set.of("mapping", "truth");
    }

    @Override
    public Imported read(ImportOptions options) throws IOException {
        CsvMapping mapping = CsvMapping.read(options.file("mapping"));
        Problems problems = new Problems();
        List<Sample> samples = new ArrayList<>();
        for (SourceFile file : options.inputs()) {
            int[] index = {0};
            mapping.table(file)
                    .forEach(mapping.columns(), problems, row -> samples.add(sample(mapping, file, row, index[0]++)));
        }
        Map<String, List<Sample>> nodes = new TreeMap<>(
                samples.stream().sorted(Comparator.comparing(Sample::at)).collect(Collectors.groupingBy(Sample::node)));
        List<TelemetryFrame> frames = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        nodes.values().forEach(list -> {
            frames.addAll(frames(mapping, list));
            truths.addAll(failures(mapping, list));
        });
        Optional<Path> truth = options.optionalFile("truth");
        if (truth.isPresent()) {
            truths.addAll(known(truth.get(), nodes, problems));
        }
        problems.check();
        frames.sort(Comparator.comparing(TelemetryFrame::at));
        return new Imported(frames, truths, List.of());
    }

    private static Sample sample(CsvMapping mapping, SourceFile file, Row row, int index) {
        double[] numbers = new double[mapping.metrics().size()];
        for (int i = 0; i < numbers.length; i++) {
            MetricColumn metric = mapping.metrics().get(i);
            OptionalDouble number = mapping.number(row, metric);
            numbers[i] = number.orElse(Double.NaN);
            if (number.isPresent() && !metric.counter()) {
                numbers[i] = metric.value(number.getAsDouble());
            }
        }
        return new Sample(mapping.node(row, file), mapping.time(row, index), mapping.failed(row), numbers);
    }

    private static List<TelemetryFrame> frames(CsvMapping mapping, List<Sample> samples) {
        List<TelemetryFrame> frames = new ArrayList<>();
        Sample before = samples.get(0);
        for (Sample sample : samples) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (int i = 0; i < sample.numbers().length; i++) {
                MetricColumn column = mapping.metrics().get(i);
                double value = column.counter() ? rate(column, before, sample, i) : sample.numbers()[i];
                if (!Double.isNaN(value)) {
                    values.put(column.metric(), value);
                }
            }
            frames.add(new TelemetryFrame(sample.node(), sample.at(), values));
            before = sample;
        }
        return frames;
    }

    /** The rise per second; unknown for the first sample, and when the counter began again. */
    private static double rate(MetricColumn column, Sample before, Sample now, int index) {
        double seconds = Duration.between(before.at(), now.at()).toNanos() / 1e9;
        double rise = now.numbers()[index] - before.numbers()[index];
        return seconds > 0 && rise >= 0 ? rise / seconds * column.scale() + column.offset() : Double.NaN;
    }

    /** Each stretch of rows that say so is one failure, which began with the first of them. */
    private static List<Truth> failures(CsvMapping mapping, List<Sample> samples) {
        List<Truth> truths = new ArrayList<>();
        boolean before = false;
        for (Sample sample : samples) {
            if (sample.failed() && !before) {
                truths.add(new Truth(
                        sample.node(),
                        mapping.component(),
                        mapping.cause(),
                        sample.at(),
                        Optional.of(sample.at()),
                        Optional.empty()));
            }
            before = sample.failed();
        }
        return truths;
    }

    private static List<Truth> known(Path file, Map<String, List<Sample>> nodes, Problems problems) {
        List<Truth> truths = TruthCsv.readByHand(file);
        for (int i = 0; i < truths.size(); i++) {
            if (!nodes.containsKey(truths.get(i).node())) {
                problems.add(
                        file,
                        i + 2,
                        "node \"%s\" is not in the telemetry. Maybe it is called differently there."
                                .formatted(truths.get(i).node()));
            }
        }
        return truths;
    }
}
