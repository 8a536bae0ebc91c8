package io.lifeboat.engine.placement;

import java.util.Locale;

/**
 * How good a target is, in points.
 *
 * @param health up to 40, in proportion to the node's health
 * @param free up to 25, in proportion to what is left of the scarcer resource afterwards
 * @param spread up to 15, divided by one more than the replicas of the service that are there
 * @param latency up to 10, halved at a round trip of 10 ms
 * @param locality 10 where the data has been before or there is none, else 0
 */
public record Score(double health, double free, double spread, double latency, double locality) {

    static final double HEALTH = 40;
    static final double FREE = 25;
    static final double SPREAD = 15;
    static final double LATENCY = 10;
    static final double LOCALITY = 10;

    private static final double HALF_NANOS = 10e6;

    static Score of(PlacementQuery query, TargetView target) {
        String node = target.node().id();
        boolean local = query.workload().dataBytes() == 0 || query.dataNodes().contains(node);
        return new Score(
                HEALTH * target.health() / 100,
                FREE * target.freeShareAfter(query.workload().requests()),
                SPREAD / (1 + query.replicas().getOrDefault(node, 0)),
                LATENCY / (1 + target.node().latency().toNanos() / HALF_NANOS),
                local ? LOCALITY : 0);
    }

    /** 0 to 100. */
    public double total() {
        return health + free + spread + latency + locality;
    }

    String explanation() {
        return String.format(
                Locale.ROOT,
                "%.0f = health %.0f + free capacity %.0f + spread %.0f + latency %.0f + data locality %.0f",
                total(),
                health,
                free,
                spread,
                latency,
                locality);
    }
}
