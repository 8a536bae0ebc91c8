package io.lifeboat.junit;

import io.lifeboat.junit.experiment.RunningExperiment;
import io.lifeboat.junit.plan.Suggestion;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.junit.platform.PlatformCluster;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What can be had as a parameter of a test or of its {@code @BeforeEach} and {@code @AfterEach} methods. */
record TestParameters(RunningExperiment experiment, Platform platform) {

    private static final Set<Class<?>> SUPPORTED = Set.of(
            Cluster.class,
            Endpoint.class,
            LoadGenerator.class,
            FaultController.class,
            Experiment.class,
            MeterRegistry.class);

    static boolean supports(Class<?> type) {
        return SUPPORTED.contains(type);
    }

    Object resolve(ParameterContext context) {
        Parameter parameter = context.getParameter();
        Class<?> type = parameter.getType();
        if (type == Cluster.class) {
            return new PlatformCluster(platform);
        } else if (type == Endpoint.class) {
            return endpoint(parameter, context.findAnnotation(ForWorkload.class).map(ForWorkload::value));
        } else if (type == LoadGenerator.class) {
            return experiment.load();
        } else if (type == FaultController.class) {
            return experiment.faults();
        } else if (type == MeterRegistry.class) {
            return experiment.meters();
        }
        return experiment;
    }

    private Endpoint endpoint(Parameter parameter, Optional<String> explicit) {
        List<String> services = platform.services();
        if (explicit.isEmpty() && services.size() == 1) {
            return platform.endpoint(services.get(0));
        }
        String name = explicit.orElse(parameter.getName());
        if (!services.contains(name)) {
            throw new ParameterResolutionException(
                    "Endpoint parameter \"%s\" names none of the %d workloads of this test.%s%nMaybe say which one by @ForWorkload(\"…\")."
                            .formatted(name, services.size(), Suggestion.maybe(name, services)));
        }
        return platform.endpoint(name);
    }
}
