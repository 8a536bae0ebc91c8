package io.lifeboat.engine.prediction.learned;

import java.time.Instant;
import java.util.List;

/** Where recorded runs come from that models are trained from anew while an engine runs. Asked on a background thread. */
@FunctionalInterface
public interface RunSource {

    /**
     * So many of the newest runs as are worth the memory, in the order of time.
     *
     * @param until nothing later than this may be learned from
     * @throws Exception if they cannot be read, which is reported; the present models stay
     */
    List<LabelledRun> runs(Instant until) throws Exception;
}
