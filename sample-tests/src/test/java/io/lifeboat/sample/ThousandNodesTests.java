package io.lifeboat.sample;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectNoFalseAlarm;
import io.lifeboat.junit.ExpectPrediction;
import io.lifeboat.junit.Experiment;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.SimulatedCluster;
import io.lifeboat.junit.Then;
import io.lifeboat.junit.ThrottleCpu;
import org.junit.jupiter.api.Test;

/** A thousand nodes in virtual time: the same engine and the same annotations, and only the sick node is left. */
@ResilienceTest
@SimulatedCluster(nodes = 1000)
@DeployWorkload(name = "orders", on = "node-500", replicas = 20, criticality = Criticality.HIGH)
class ThousandNodesTests {

    @Test
    @ThrottleCpu(target = "node-500", rampUp = "10s", then = Then.CRASH)
    @ExpectPrediction(leadTime = "1s")
    @ExpectMigrationWithin("10s")
    @ExpectNoFalseAlarm
    void oneSickNodeInAThousandIsFound(Experiment experiment) throws InterruptedException {
        experiment.awaitEnd();
    }
}
