package io.lifeboat.engine.placement;

import io.lifeboat.engine.cluster.NodeStatus;
import java.util.ArrayList;
import java.util.List;

/** Chooses a target: hard goals refuse, soft goals score, ties go to the lower node id. Without state. */
public final class Placement {

    private Placement() {}

    /** The best target among the given nodes, the source left out. */
    public static PlacementResult choose(PlacementQuery query, List<TargetView> targets) {
        List<Candidate> candidates = new ArrayList<>();
        Candidate.Scored best = null;
        for (TargetView target : targets) {
            if (target.node().id().equals(query.workload().node())) {
                continue;
            }
            Candidate candidate = judge(query, target);
            candidates.add(candidate);
            if (candidate instanceof Candidate.Scored scored && (best == null || isBetter(scored, best))) {
                best = scored;
            }
        }
        return best == null
                ? new PlacementResult.Impossible(candidates)
                : new PlacementResult.Placed(best.node(), candidates);
    }

    private static boolean isBetter(Candidate.Scored one, Candidate.Scored other) {
        int order = Double.compare(one.score().total(), other.score().total());
        return order > 0 || order == 0 && one.node().compareTo(other.node()) < 0;
    }

    private static Candidate judge(PlacementQuery query, TargetView target) {
        String node = target.node().id();
        List<String> reasons = new ArrayList<>();
        if (target.node().status() != NodeStatus.READY) {
            reasons.add("it is " + target.node().status());
        }
        if (!target.fresh()) {
            reasons.add("its telemetry is not up to date");
        }
        if (target.warned()) {
            reasons.add("it has an open alert itself");
        }
        if (!target.hasRoomFor(query.workload().requests())) {
            reasons.add("it has no room for " + query.workload().requests());
        }
        String cooldown = query.refused().get(node);
        if (cooldown != null) {
            reasons.add(cooldown);
        }
        return reasons.isEmpty()
                ? new Candidate.Scored(node, Score.of(query, target))
                : new Candidate.Refused(node, reasons);
    }
}
