package io.lifeboat.engine.evaluate;

import io.lifeboat.engine.evaluate.disk.CostTask;
import io.lifeboat.engine.evaluate.disk.DiskTask;
import io.lifeboat.engine.evaluate.local.LocalTask;
import io.lifeboat.engine.evaluate.nab.NabTask;
import io.lifeboat.engine.evaluate.network.NetworkTask;
import io.lifeboat.engine.evaluate.outages.OutageTask;
import io.lifeboat.engine.evaluate.rul.RulTask;
import io.lifeboat.engine.evaluate.server.ServerTask;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import java.util.List;

/** Every task there is, in the order of the help text. */
final class EvaluationTasks {

    static final List<EvaluationTask> ALL = List.of(
            new DiskTask(),
            new CostTask(),
            new RulTask(),
            new NabTask(),
            new ServerTask(),
            new NetworkTask(),
            new LocalTask(),
            new OutageTask());

    private EvaluationTasks() {}
}
