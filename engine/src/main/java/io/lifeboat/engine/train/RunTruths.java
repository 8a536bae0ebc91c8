package io.lifeboat.engine.train;

import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of runs. The truths of all segments of a recording count for each: often one is over before anybody knows what came of it. */
final class RunTruths {

    private final Map<String, List<Truth>> recordings = new TreeMap<>();

    /** @param runs all there are, whether complete or not */
    RunTruths(Collection<RecordedRun> runs) {
        for (RecordedRun run : runs) {
            run.info()
                    .recording()
                    .ifPresent(name -> recordings
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .addAll(run.truths()));
        }
    }

    List<Truth> of(RecordedRun run) {
        return run.info()
                .recording()
                .map(name -> recordings.getOrDefault(name, List.of()))
                .orElseGet(run::truths);
    }
}
