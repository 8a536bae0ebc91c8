package io.lifeboat.engine.placement;

import java.util.List;

/** What became of one node in a placement. */
public sealed interface Candidate {

    String node();

    /** In words, e.g. {@code node-2: 87 = health 40 + free 20 + ...}. */
    String explanation();

    /** A hard goal rules the node out. */
    record Refused(String node, List<String> reasons) implements Candidate {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String explanation() {
            return node + ": refused, " + String.join(", ", reasons);
        }
    }

    /** The node is possible; higher scores are better. */
    record Scored(String node, Score score) implements Candidate {
        @Override
        public String explanation() {
            return node + ": " + score.explanation();
        }
    }
}
