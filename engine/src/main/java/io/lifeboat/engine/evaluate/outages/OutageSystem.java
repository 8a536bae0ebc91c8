package io.lifeboat.engine.evaluate.outages;

import java.util.Arrays;
import java.util.List;

/**
 * A cluster over the time in which outages were written down.
 *
 * @param name its number in the file
 * @param nodes its nodes
 * @param hardware the days of all hardware failures of the cluster, ascending
 * @param firstDay of the first outage, in days since 1970
 * @param lastDay of the last outage
 */
@SuppressWarnings("ArrayRecordComponent")
record OutageSystem(String name, List<OutageNode> nodes, int[] hardware, int firstDay, int lastDay) {

    static OutageSystem of(String name, List<OutageNode> nodes) {
        int[] all = nodes.stream()
                .flatMapToInt(n -> Arrays.stream(n.all()))
                .sorted()
                .toArray();
        int[] hardware = nodes.stream()
                .flatMapToInt(n -> Arrays.stream(n.hardware()))
                .sorted()
                .toArray();
        return new OutageSystem(name, List.copyOf(nodes), hardware, all[0], all[all.length - 1]);
    }
}
