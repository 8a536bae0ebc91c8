package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Workloads on a node with a fault serve elsewhere soon enough.
 *
 * @param service name of the service, or empty for all that a fault hit
 * @param limit since the fault was injected
 */
public record MigrationExpectation(String service, Duration limit) implements Expectation {

    @Override
    public String text() {
        return service.isEmpty() ? "migration" : "migration of " + service;
    }

    @Override
    public Judgement judge(ExperimentResult result) {
        List<Move> moves = moves(result);
        if (moves.isEmpty()) {
            return Judgement.noData(
                    Limits.within(limit),
                    "No fault hit a node with %s on it.%nMaybe aim the fault at the workload: target = \"%s\"."
                            .formatted(
                                    service.isEmpty() ? "a workload" : service,
                                    service.isEmpty() ? "orders" : service));
        }
        List<Move> late =
                moves.stream().filter(move -> !Limits.holds(move.time(), limit)).toList();
        Move worst = late.isEmpty() ? slowest(moves) : late.get(0);
        return new Judgement(
                late.isEmpty(), Limits.within(limit), worst.text(), late.isEmpty() ? "" : why(result, worst));
    }

    private List<Move> moves(ExperimentResult result) {
        List<Move> moves = new ArrayList<>();
        for (FaultResult fault : result.faults()) {
            result.workloadsHitBy(fault).stream()
                    .filter(workload ->
                            service.isEmpty() || result.serviceOf(workload).equals(service))
                    .forEach(workload -> moves.add(new Move(workload, fault, result.timeToMove(fault, workload))));
        }
        return moves;
    }

    private static Move slowest(List<Move> moves) {
        return moves.stream()
                .reduce((a, b) -> a.time().orElseThrow().compareTo(b.time().orElseThrow()) >= 0 ? a : b)
                .orElseThrow();
    }

    private static String why(ExperimentResult result, Move move) {
        return result.migrations().stream()
                .filter(migration -> migration.workload().equals(move.workload()))
                .flatMap(migration -> migration.failure().stream())
                .reduce((a, b) -> b)
                .orElseGet(() -> tried(result, move)
                        ? "It was moved, but too late."
                        : "The engine decided no move off %s.%nMaybe the fault was too weak or too short to be seen; the report shows the health of the node over time."
                                .formatted(move.fault().node()));
    }

    private static boolean tried(ExperimentResult result, Move move) {
        return result.migrations().stream().map(MigrationResult::workload).anyMatch(move.workload()::equals);
    }

    /** One workload that had to leave. */
    private record Move(String workload, FaultResult fault, Optional<Duration> time) {

        String text() {
            return time.map(value -> "%s after %s".formatted(workload, Texts.duration(value)))
                    .orElseGet(() -> "%s never moved off %s".formatted(workload, fault.node()));
        }
    }
}
