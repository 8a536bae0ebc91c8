package io.lifeboat.report.html;

import java.util.List;
import java.util.stream.Stream;

/** Which raw signals a kind of fault should show in, by its name in the annotation. */
final class Signals {

    private static final List<String> CPU = List.of("CPU_THROTTLED", "CPU_UTILISATION", "CPU_STEAL");
    private static final List<String> MEMORY = List.of("MEMORY_CORRECTED_ERRORS", "MEMORY_UNCORRECTED_ERRORS");
    private static final List<String> DISK = List.of("DISK_LATENCY");
    private static final List<String> NETWORK = List.of("NETWORK_ROUND_TRIP", "NETWORK_LOSS");

    private Signals() {}

    /** Those of the component that the fault hits; of all components if it hits the whole node. */
    static List<String> of(String faultType) {
        if (faultType.startsWith("CPU")) {
            return CPU;
        }
        if (faultType.startsWith("MEMORY")) {
            return MEMORY;
        }
        if (faultType.contains("DISK")) {
            return DISK;
        }
        return faultType.startsWith("NETWORK")
                ? NETWORK
                : Stream.of(CPU, MEMORY, DISK, NETWORK).flatMap(List::stream).toList();
    }
}
