package io.lifeboat.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.NodeStatus;
import org.junit.jupiter.api.Test;

/** Which nodes take no new work. */
class CordonTests extends WarnedCluster {

    @Test
    void aWarnedNodeIsCordonedButNotEvacuated() {
        builder.nodes(3);
        workload("orders", "node-1", Criticality.HIGH, 0);
        warned.add("node-1");
        Run run = new Run();
        run.seconds(1);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
        assertThat(started).isEmpty();
        warned.clear();
        run.seconds(9);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
        run.seconds(2);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.READY);
    }

    @Test
    void aNodeThatSomebodyElseCordonedStaysCordoned() {
        builder.nodes(3);
        Run run = new Run();
        run.cluster.cordon("node-1");
        run.seconds(60);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
    }

    @Test
    void atLeastHalfOfTheNodesStayReadyWhateverIsWarned() {
        builder.nodes(10);
        for (int i = 1; i <= 10; i++) {
            warned.add("node-" + i);
        }
        Run run = new Run();
        run.seconds(5);
        assertThat(run.cluster.snapshot().nodes())
                .filteredOn(node -> node.status() == NodeStatus.READY)
                .hasSize(5);
    }
}
