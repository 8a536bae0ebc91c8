package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentsTests {

    private final List<Incident> opened = new ArrayList<>();
    private final List<Incident> closed = new ArrayList<>();
    private final Incidents incidents = new Incidents(IncidentSettings.defaults(), 0.5, new Incidents.Listener() {
        @Override
        public void opened(Incident incident) {
            opened.add(incident);
        }

        @Override
        public void closed(Incident incident) {
            closed.add(incident);
        }
    });

    /** Twenty nodes, four racks of five, two switches of ten. */
    private final List<Node> nodes = new ArrayList<>();

    private final Map<String, Symptom> symptoms = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;

    IncidentsTests() {
        for (int i = 0; i < 20; i++) {
            nodes.add(new Node(
                    "node-" + i,
                    Resources.NONE,
                    NodeStatus.READY,
                    Duration.ZERO,
                    Map.of("rack", "r" + i / 5, "switch", "s" + i / 10)));
        }
    }

    private void trouble(Symptom symptom, int... which) {
        for (int i : which) {
            symptoms.put("node-" + i, symptom);
        }
        tick();
    }

    private void well(int... which) {
        for (int i : which) {
            symptoms.remove("node-" + i);
        }
        tick();
    }

    private void tick() {
        incidents.update(now, nodes, symptoms);
        now = now.plusMillis(100);
    }

    @Test
    void twoNodesOfARackAreOneIncidentToldOnceThatOthersOfTheRackJoin() {
        trouble(Symptom.WARNED, 5);
        trouble(Symptom.FAILING, 6);
        assertThat(opened)
                .containsExactly(new Incident(
                        "incident-1", "rack r1: 2 of 5 nodes are in trouble at once", List.of("node-5", "node-6")));
        now = now.plusSeconds(60);
        trouble(Symptom.FAILING, 5, 7);
        assertThat(opened).hasSize(1);
        assertThat(incidents.of(nodes.get(7)).orElseThrow().members()).containsExactly("node-5", "node-6", "node-7");
    }

    @Test
    void nodesOfTheDomainThatAreStillWellBelongToItAndOthersDoNot() {
        trouble(Symptom.FAILING, 5, 6);
        assertThat(incidents.of(nodes.get(9))).isPresent();
        assertThat(incidents.of(nodes.get(10))).isEmpty();
    }

    @Test
    void itEndsWhenNobodyIsInTroubleAnyMore() {
        trouble(Symptom.FAILING, 5, 6);
        trouble(Symptom.FAILING, 7);
        well(5, 6);
        assertThat(closed).isEmpty();
        well(7);
        assertThat(closed)
                .singleElement()
                .satisfies(incident -> assertThat(incident.members()).containsExactly("node-5", "node-6", "node-7"));
        assertThat(incidents.of(nodes.get(5))).isEmpty();
    }

    @Test
    void theDomainWithTheHighestShareIsBlamed() {
        trouble(Symptom.FAILING, 0, 1, 2, 5, 6, 7, 8);
        assertThat(opened).extracting(Incident::cause).containsExactly("rack r1: 4 of 5 nodes are in trouble at once");
        tick();
        // The rest may have a cause of its own.
        assertThat(opened).extracting(Incident::cause).contains("rack r0: 3 of 5 nodes are in trouble at once");
    }

    @Test
    void oneNodeOrTwoThatHaveNothingInCommonAreNone() {
        trouble(Symptom.FAILING, 0);
        trouble(Symptom.FAILING, 19);
        assertThat(opened).isEmpty();
    }

    @Test
    void troublesThatBeganFarApartAreNone() {
        trouble(Symptom.FAILING, 5);
        now = now.plusSeconds(3);
        trouble(Symptom.FAILING, 6);
        assertThat(opened).isEmpty();
    }

    @Test
    void moreThanTheFleetMayLoseAtOnceIsTheCollectorOrTheClock() {
        trouble(Symptom.FAILING, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(opened)
                .extracting(Incident::cause)
                .containsExactly("11 of 20 nodes fail at once; the collector or the clock is suspected");
        assertThat(incidents.of(nodes.get(19))).isEmpty();
    }

    @Test
    void silenceOfATenthOfTheFleetIsTheCollectorAndOfLessNothing() {
        trouble(Symptom.SILENT, 0);
        assertThat(opened).isEmpty();
        trouble(Symptom.SILENT, 19);
        assertThat(opened)
                .extracting(Incident::cause)
                .containsExactly("2 of 20 nodes fell silent at once; the collector or the clock is suspected");
        trouble(Symptom.SILENT, 7, 8);
        assertThat(opened).hasSize(1);
        well(0, 19, 7, 8);
        assertThat(closed)
                .singleElement()
                .satisfies(incident -> assertThat(incident.members()).hasSize(4));
    }

    @Test
    void withoutDomainsOnlyTheWholeFleetCanBeBlamed() {
        nodes.replaceAll(node -> new Node(node.id(), node.capacity(), node.status(), node.latency()));
        trouble(Symptom.FAILING, 0, 1, 2, 3, 4);
        assertThat(opened).isEmpty();
        trouble(Symptom.FAILING, 5, 6, 7, 8, 9, 10);
        assertThat(opened).hasSize(1);
    }
}
