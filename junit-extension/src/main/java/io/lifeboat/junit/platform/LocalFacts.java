package io.lifeboat.junit.platform;

import io.lifeboat.engine.local.LocalCluster;
import io.lifeboat.engine.local.LocalNode;
import io.lifeboat.report.journal.JournalEntry.Fact;
import java.util.ArrayList;
import java.util.List;

/** What one must know of this machine to compare two reports. */
final class LocalFacts {

    private LocalFacts() {}

    static List<Fact> of(LocalCluster cluster, String predictor) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version")));
        facts.add(new Fact("processors", Integer.toString(Runtime.getRuntime().availableProcessors())));
        facts.add(new Fact("JDK", Runtime.version().toString()));
        LocalNode first = cluster.nodes().get(0);
        facts.add(new Fact(
                "processor quota",
                first.cpuCgroup().isPresent()
                        ? "cgroup of its own for each node"
                        : "none: cgroups are not writable here"));
        facts.add(new Fact(
                "limit on reads and writes",
                first.ioCgroup().isPresent()
                        ? "cgroup of its own for each node"
                        : "none: cgroups are not writable here"));
        facts.add(new Fact(
                "addresses",
                first.address().getHostAddress().equals("127.0.0.1")
                        ? "all nodes share 127.0.0.1"
                        : "a loopback address of its own for each node"));
        facts.add(new Fact("predictor", predictor));
        return facts;
    }
}
