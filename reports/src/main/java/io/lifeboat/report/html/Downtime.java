package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.NodeCrashed;
import io.lifeboat.report.journal.JournalEntry.NodeStatusChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When nodes were down: from their crash, or the platform's notice of it, until the platform saw them again. */
final class Downtime {

    private static final String DOWN = "DOWN";

    /** A stretch of time in microseconds; the end is exclusive. */
    record Stretch(long begin, long end) {

        boolean holds(long at) {
            return at >= begin && at < end;
        }
    }

    private final Map<String, Long> downSince = new LinkedHashMap<>();
    private final Map<String, List<Stretch>> stretches = new LinkedHashMap<>();

    private Downtime() {}

    static Downtime of(ExperimentResult result) {
        Downtime downtime = new Downtime();
        for (JournalEntry entry : result.entries()) {
            if (entry instanceof NodeCrashed crash) {
                downtime.downSince.putIfAbsent(crash.node(), crash.at());
            } else if (entry instanceof NodeStatusChanged change
                    && change.after().equals(DOWN)) {
                downtime.downSince.putIfAbsent(change.node(), change.at());
            } else if (entry instanceof NodeStatusChanged change
                    && change.before().equals(DOWN)) {
                downtime.end(change.node(), change.at());
            }
        }
        List.copyOf(downtime.downSince.keySet()).forEach(node -> downtime.end(node, Long.MAX_VALUE));
        return downtime;
    }

    private void end(String node, long at) {
        Long since = downSince.remove(node);
        if (since != null) {
            stretches.computeIfAbsent(node, name -> new ArrayList<>()).add(new Stretch(since, at));
        }
    }

    List<Stretch> of(String node) {
        return stretches.getOrDefault(node, List.of());
    }
}
