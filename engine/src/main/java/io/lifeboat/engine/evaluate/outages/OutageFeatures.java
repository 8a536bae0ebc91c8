package io.lifeboat.engine.evaluate.outages;

import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import java.util.List;

/** What the outages up to a day say of a node: counts by window, time since the last, and its rate with that of its cluster as prior. */
final class OutageFeatures {

    static final List<String> NAMES = List.of(
            "hardware_7d",
            "hardware_30d",
            "hardware_90d",
            "hardware_365d",
            "outages_30d",
            "outages_365d",
            "days_since_hardware",
            "days_since_outage",
            "cluster_rate_30d",
            "cluster_rate_365d",
            "cluster_age_days",
            "cluster_nodes",
            "rate_probability");

    private static final int NEVER = 10_000;
    private static final int YEAR = 365;

    private OutageFeatures() {}

    static float[] row(OutageSystem system, OutageNode node, int day) {
        float[] row = new float[NAMES.size()];
        int next = 0;
        for (int window : new int[] {7, 30, 90, YEAR}) {
            row[next++] = OutageNode.count(node.hardware(), day - window, day);
        }
        row[next++] = OutageNode.count(node.all(), day - 30, day);
        row[next++] = OutageNode.count(node.all(), day - YEAR, day);
        row[next++] = day - OutageNode.lastBefore(node.hardware(), day, day - NEVER);
        row[next++] = day - OutageNode.lastBefore(node.all(), day, day - NEVER);
        row[next++] = (float) clusterRate(system, day, 30);
        row[next++] = (float) clusterRate(system, day, YEAR);
        row[next++] = day - system.firstDay();
        row[next++] = system.nodes().size();
        row[next] = (float) rate(system, node, day).probabilityWithin(OutageTable.HORIZON_DAYS);
        return row;
    }

    /** Hardware failures a node-year over a window. */
    private static double clusterRate(OutageSystem system, int day, int window) {
        int days = Math.max(1, Math.min(window, day - system.firstDay()));
        return OutageNode.count(system.hardware(), day - days, day)
                * 365.25
                / days
                / system.nodes().size();
    }

    /** A node's own year, with that of its cluster as a prior worth one node-year: nodes differ, clusters more so. */
    static GammaPoissonRate rate(OutageSystem system, OutageNode node, int day) {
        int days = Math.max(1, Math.min(YEAR, day - system.firstDay()));
        return GammaPoissonRate.prior(clusterRate(system, day, YEAR) + 0.01, 1)
                .observe(OutageNode.count(node.hardware(), day - days, day), days / 365.25);
    }
}
