package io.lifeboat.junit.plan;

import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.InjectFailure;
import io.lifeboat.junit.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** From {@code @InjectFailure} to checked plans. */
final class FaultReader {

    private static final Duration DEFAULT_HOLD = Duration.ofSeconds(5);

    private final ClusterPlan cluster;
    private final List<WorkloadSpec> workloads;
    private final long seed;

    FaultReader(ClusterPlan cluster, List<WorkloadSpec> workloads, long seed) {
        this.cluster = cluster;
        this.workloads = workloads;
        this.seed = seed;
    }

    List<FaultPlan> read(List<InjectFailure> annotations) {
        List<FaultPlan> faults = new ArrayList<>();
        for (InjectFailure annotation : annotations) {
            try {
                faults.add(read(annotation, faults.size() + 1));
            } catch (PlanException | IllegalArgumentException e) {
                throw new PlanException("%s: %s".formatted(shortName(annotation), e.getMessage()));
            }
        }
        return faults;
    }

    private FaultPlan read(InjectFailure annotation, int number) {
        Failure failure = new Failure(
                annotation.type(),
                annotation.severity(),
                Durations.parse("latency", annotation.latency()),
                Durations.parse("jitter", annotation.jitter()),
                annotation.bytesPerSecond(),
                annotation.direction(),
                seed(number));
        return new FaultPlan(
                "fault-" + number,
                failure,
                target(annotation.target()),
                schedule(annotation),
                annotation.onUnavailable());
    }

    /** Drawn, not counted up: neighbouring seeds can give streams of which one is the other, shifted by one. */
    private long seed(int number) {
        return new SplittableRandom(seed)
                .longs(number)
                .skip(number - 1)
                .findFirst()
                .orElseThrow();
    }

    private Schedule schedule(InjectFailure annotation) {
        Duration rampUp = Durations.parse("rampUp", annotation.rampUp());
        if (annotation.type() == FailureType.PROCESS_CRASH && !rampUp.isZero()) {
            throw new PlanException(
                    "rampUp = \"%s\" does not go with %s, which has no degrees.%nMaybe let another failure ramp up, with then = CRASH."
                            .formatted(annotation.rampUp(), annotation.type()));
        }
        return new Schedule(
                Durations.parse("after", annotation.after()),
                rampUp,
                duration(annotation, rampUp),
                annotation.then(),
                annotation.pulse().isEmpty() ? null : Pulse.parse(annotation.pulse()),
                annotation.probability());
    }

    private static Duration duration(InjectFailure annotation, Duration rampUp) {
        if (!annotation.duration().isEmpty()) {
            return Durations.parsePositive("duration", annotation.duration());
        }
        return annotation.then() == Then.CRASH ? rampUp : rampUp.plus(DEFAULT_HOLD);
    }

    private String target(String target) {
        List<String> services = workloads.stream().map(WorkloadSpec::name).toList();
        if (target.isEmpty()) {
            if (services.size() == 1) {
                return services.get(0);
            }
            throw new PlanException("target is missing, and there are %d workloads to choose from.%s"
                    .formatted(services.size(), Suggestion.maybe("", cluster.nodeIds())));
        }
        if (!cluster.nodeIds().contains(target) && !services.contains(target)) {
            List<String> known = new ArrayList<>(cluster.nodeIds());
            known.addAll(services);
            throw new PlanException("target = \"%s\" is neither a node of the cluster nor a workload.%s"
                    .formatted(target, Suggestion.maybe(target, known)));
        }
        return target;
    }

    private static String shortName(InjectFailure annotation) {
        String text = annotation.toString();
        int open = text.indexOf('(');
        String name = open < 0 ? text : text.substring(0, open);
        return "@"
                + name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)
                        .replaceFirst("^@", "");
    }
}
