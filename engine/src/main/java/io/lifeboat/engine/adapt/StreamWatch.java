package io.lifeboat.engine.adapt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches one feature, or the scores, against its reference; makes the reference of its first values if there is none. */
final class StreamWatch {

    private final String name;
    private final DriftSettings settings;
    private final double[] first;
    private int gathered;
    private @Nullable Detectors detectors;

    /** What can only be made once the reference is there. */
    private record Detectors(
            Reference reference,
            PopulationStability stability,
            PageHinkley pageHinkley,
            Adwin adwin,
            Agreement agreement) {}

    StreamWatch(String name, DriftSettings settings) {
        this.name = name;
        this.settings = settings;
        this.first = new double[settings.referenceSize()];
    }

    StreamWatch(String name, DriftSettings settings, double[] reference) {
        this.name = name;
        this.settings = settings;
        this.first = new double[0];
        this.detectors = detectors(reference);
    }

    private Detectors detectors(double[] values) {
        Reference reference = new Reference(values);
        PageHinkley pageHinkley = new PageHinkley(settings.delta(), settings.lambda());
        Adwin adwin = new Adwin(settings.confidence());
        // Detectors of changes must know what was before, or what is different from the first moment would be normal to
        // them.
        reference.mixed().forEach(value -> {
            double rank = reference.rank(value);
            pageHinkley.add(rank);
            adwin.add(rank);
        });
        return new Detectors(
                reference,
                new PopulationStability(reference, settings.window(), settings.stabilityIndex()),
                pageHinkley,
                adwin,
                new Agreement(settings.window()));
    }

    void add(double value) {
        if (detectors == null) {
            first[gathered++] = value;
            if (gathered == first.length) {
                detectors = detectors(Arrays.copyOf(first, gathered));
            }
            return;
        }
        Agreement agreement = detectors.agreement();
        agreement.tick();
        agreement.hear("PSI", detectors.stability().add(value));
        // What is missing has no rank; only the stability index counts it.
        if (!Double.isNaN(value)) {
            double rank = detectors.reference().rank(value);
            agreement.hear(
                    detectors.pageHinkley().name(), detectors.pageHinkley().add(rank));
            agreement.hear(detectors.adwin().name(), detectors.adwin().add(rank));
        }
    }

    Optional<Drift> drift() {
        List<String> agreeing =
                detectors == null ? List.of() : detectors.agreement().agreeing();
        if (detectors == null || agreeing.isEmpty()) {
            return Optional.empty();
        }
        String words = "%s drifted: its median went from %.4g to %.4g, population stability index %.2f; %s agree."
                .formatted(
                        name,
                        detectors.reference().median(),
                        detectors.stability().recentMedian(),
                        detectors.stability().index(),
                        String.join(" and ", agreeing));
        return Optional.of(new Drift(name, agreeing, words));
    }
}
