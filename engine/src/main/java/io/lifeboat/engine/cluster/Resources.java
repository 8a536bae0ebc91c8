package io.lifeboat.engine.cluster;

/**
 * An amount of compute resources, either offered by a node or requested by a workload.
 *
 * @param cpus processors, may be fractional; at least 0
 * @param memoryBytes memory in bytes; at least 0
 */
public record Resources(double cpus, long memoryBytes) {

    /** Nothing at all. */
    public static final Resources NONE = new Resources(0, 0);

    public Resources {
        if (!(cpus >= 0) || Double.isInfinite(cpus)) {
            throw new IllegalArgumentException("cpus (%s) must be a finite number of at least 0.".formatted(cpus));
        }
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("memoryBytes (%d) must be at least 0.".formatted(memoryBytes));
        }
    }

    public Resources plus(Resources other) {
        return new Resources(cpus + other.cpus, memoryBytes + other.memoryBytes);
    }

    /** Whether {@code request} fits into this amount. */
    public boolean covers(Resources request) {
        return request.cpus <= cpus && request.memoryBytes <= memoryBytes;
    }
}
