package io.lifeboat.engine.evaluate.outages;

import java.util.Arrays;
import java.util.List;

/**
 * One node and the days of its outages.
 *
 * @param system the cluster it belongs to
 * @param id number in the cluster
 * @param all the days of all its outages since 1970, ascending
 * @param hardware the days of those that were hardware failures, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record OutageNode(String system, String id, int[] all, int[] hardware) {

    /** How many days lie in [from, until). */
    static int count(int[] days, int from, int until) {
        return Math.max(0, lowerBound(days, until) - lowerBound(days, from));
    }

    /** The last day before another, or the fallback. */
    static int lastBefore(int[] days, int before, int otherwise) {
        int index = lowerBound(days, before);
        return index == 0 ? otherwise : days[index - 1];
    }

    private static int lowerBound(int[] days, int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static int[] sorted(List<Integer> days) {
        int[] sorted = days.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
