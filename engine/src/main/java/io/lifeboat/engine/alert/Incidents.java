package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds one cause behind the troubles of several nodes.
 *
 * <p>An incident opens when within the window at least two nodes get into trouble and make up
 *
 * <ul>
 *   <li>more than the share of all nodes that may be lost or evacuated at once: hardware does not fail like that, a collector or a clock
 *       does;
 *   <li>otherwise a share of all nodes, all silent though the platform calls them ready: the collector again;
 *   <li>otherwise a share of a failure domain (rack, switch, zone, collector), more than twice the share outside it. Of several domains the
 *       one with the highest share is blamed.
 * </ul>
 *
 * <p>While it is open, others of the same domain that get into trouble join it. It closes when none of its members is in trouble any
 * more. A node belongs to one incident at a time. Not thread-safe; costs nothing while at most one node is in trouble.
 */
public final class Incidents {

    /** Hears of incidents. */
    public interface Listener {

        void opened(Incident incident);

        /** It is over; the members are all that there ever were. */
        void closed(Incident incident);
    }

    private record Trouble(Symptom symptom, Instant since) {}

    private static final class Open {
        private final String id;
        private final Suspect suspect;
        private final Set<String> members = new LinkedHashSet<>();
        private Incident incident;

        private Open(Incident incident, Suspect suspect) {
            this.id = incident.id();
            this.suspect = suspect;
            this.incident = incident;
            members.addAll(incident.members());
        }
    }

    private final IncidentSettings settings;
    private final double fleetShare;
    private final Listener listener;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final List<Open> open = new ArrayList<>();
    private long opened;
    private long changes;

    /**
     * @param fleetShare share of all nodes above which everything is suspected, above 0 and below 1
     */
    public Incidents(IncidentSettings settings, double fleetShare, Listener listener) {
        this.settings = settings;
        this.fleetShare = fleetShare;
        this.listener = listener;
    }

    /**
     * One round.
     *
     * @param nodes all nodes, in a stable order
     * @param symptoms of the nodes that are in trouble, by id, in the same order
     */
    public void update(Instant now, List<Node> nodes, Map<String, Symptom> symptoms) {
        if (symptoms.isEmpty() && troubles.isEmpty()) {
            return;
        }
        troubles.keySet().retainAll(symptoms.keySet());
        symptoms.forEach((node, symptom) -> troubles.merge(
                node, new Trouble(symptom, now), (old, fresh) -> old.symptom() == symptom ? old : changed(old, fresh)));
        follow(nodes);
        if (troubles.size() > 1) {
            open(now, nodes);
        }
    }

    /** A trouble that only becomes smaller did not begin anew. */
    private static Trouble changed(Trouble old, Trouble fresh) {
        boolean smaller = old.symptom() == Symptom.FAILING && fresh.symptom() == Symptom.WARNED;
        return smaller ? new Trouble(fresh.symptom(), old.since()) : fresh;
    }

    /** The open incident of a node: it is a member, or in the same failure domain. */
    public Optional<Incident> of(Node node) {
        for (Open each : open) {
            if (each.members.contains(node.id()) || !each.suspect.isEverything() && each.suspect.holds(node)) {
                return Optional.of(each.incident);
            }
        }
        return Optional.empty();
    }

    /** Counts up whenever an incident opens, closes or has other members: as long as it stays, the same nodes belong to the same ones. */
    public long changes() {
        return changes;
    }

    /** Whether any incident is open. */
    public boolean isAnyOpen() {
        return !open.isEmpty();
    }

    private void follow(List<Node> nodes) {
        for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
            Open each = all.next();
            List<String> members = new ArrayList<>();
            for (Node node : nodes) {
                Trouble trouble = troubles.get(node.id());
                boolean joins = trouble != null
                        && (each.members.contains(node.id())
                                || each.suspect.holds(node) && each.suspect.explains(trouble.symptom()));
                if (joins) {
                    members.add(node.id());
                }
            }
            each.members.addAll(members);
            if (members.isEmpty()) {
                all.remove();
                changes++;
                listener.closed(new Incident(each.id, each.incident.cause(), List.copyOf(each.members)));
            } else if (!members.equals(each.incident.members())) {
                each.incident = new Incident(each.id, each.incident.cause(), members);
                changes++;
            }
        }
    }

    private void open(Instant now, List<Node> nodes) {
        List<Node> fresh = new ArrayList<>();
        for (Node node : nodes) {
            Trouble trouble = troubles.get(node.id());
            if (trouble != null && !trouble.since().isBefore(now.minus(settings.window())) && !isMember(node.id())) {
                fresh.add(node);
            }
        }
        if (fresh.size() < 2) {
            return;
        }
        if (!open(Suspect.everything(false), fresh, nodes, fleetShare)
                && !open(Suspect.everything(true), fresh, nodes, settings.silentShare())) {
            blame(fresh, nodes);
        }
    }

    private boolean isMember(String node) {
        return open.stream().anyMatch(each -> each.members.contains(node));
    }

    private boolean open(Suspect suspect, List<Node> fresh, List<Node> nodes, double share) {
        List<String> members = explained(suspect, fresh);
        boolean many = suspect.silent()
                ? members.size() >= share * nodes.size()
                : members.size() > (int) (share * nodes.size());
        if (members.size() < 2 || !many) {
            return false;
        }
        begin(suspect, members, nodes.size());
        return true;
    }

    private void blame(List<Node> fresh, List<Node> nodes) {
        Suspect worst = null;
        double highest = 0;
        int size = 0;
        for (Suspect suspect : suspects(fresh)) {
            int in = explained(suspect, fresh).size();
            int all = (int) nodes.stream().filter(suspect::holds).count();
            double share = (double) in / all;
            double outside = (double) (fresh.size() - in) / Math.max(1, nodes.size() - all);
            boolean guilty = in > 1 && all < nodes.size() && share >= settings.domainShare() && share > 2 * outside;
            if (guilty && share > highest) {
                worst = suspect;
                highest = share;
                size = all;
            }
        }
        if (worst != null) {
            begin(worst, explained(worst, fresh), size);
        }
    }

    private Set<Suspect> suspects(List<Node> fresh) {
        Set<Suspect> suspects = new LinkedHashSet<>();
        for (Node node : fresh) {
            boolean silent = symptom(node) == Symptom.SILENT;
            node.domains().forEach((kind, name) -> suspects.add(new Suspect(kind, name, silent)));
        }
        return suspects;
    }

    private List<String> explained(Suspect suspect, List<Node> fresh) {
        return fresh.stream()
                .filter(node -> suspect.holds(node) && suspect.explains(symptom(node)))
                .map(Node::id)
                .toList();
    }

    private Symptom symptom(Node node) {
        Trouble trouble = troubles.get(node.id());
        return trouble == null ? Symptom.WARNED : trouble.symptom();
    }

    private void begin(Suspect suspect, List<String> members, int of) {
        Incident incident = new Incident("incident-" + ++opened, suspect.describe(members.size(), of), members);
        open.add(new Open(incident, suspect));
        changes++;
        listener.opened(incident);
    }
}
