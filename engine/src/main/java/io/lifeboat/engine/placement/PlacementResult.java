package io.lifeboat.engine.placement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for one workload: a value that touches nothing and explains every candidate. */
public sealed interface PlacementResult {

    /** All nodes but the source, in the order of the snapshot. */
    List<Candidate> candidates();

    /** The best few candidates and how many more there were. */
    String explanation();

    /** A target was found. */
    record Placed(String target, List<Candidate> candidates) implements PlacementResult {
        public Placed {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String explanation() {
            return PlacementResult.explain(candidates);
        }
    }

    /** Hard goals rule all nodes out. */
    record Impossible(List<Candidate> candidates) implements PlacementResult {
        public Impossible {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String explanation() {
            return candidates.isEmpty() ? "there is no other node" : PlacementResult.explain(candidates);
        }
    }

    private static String explain(List<Candidate> candidates) {
        int shown = 5;
        String text = candidates.stream()
                .sorted(Comparator.comparingDouble(PlacementResult::rank))
                .limit(shown)
                .map(Candidate::explanation)
                .collect(Collectors.joining("; "));
        return candidates.size() <= shown ? text : text + "; and " + (candidates.size() - shown) + " more";
    }

    private static double rank(Candidate candidate) {
        return candidate instanceof Candidate.Scored scored ? -scored.score().total() : 1;
    }
}
