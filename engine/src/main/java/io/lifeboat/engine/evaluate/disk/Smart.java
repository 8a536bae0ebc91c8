package io.lifeboat.engine.evaluate.disk;

/** The SMART attributes in the file, by raw value. */
enum Smart {
    REALLOCATED_SECTORS(5),
    SPIN_RETRIES(10),
    POWER_CYCLES(12),
    REPORTED_UNCORRECTABLE(187),
    COMMAND_TIMEOUTS(188),
    HIGH_FLY_WRITES(189),
    REALLOCATION_EVENTS(196),
    PENDING_SECTORS(197),
    OFFLINE_UNCORRECTABLE(198);

    private final int number;

    Smart(int number) {
        this.number = number;
    }

    String column() {
        return "smart_" + number;
    }
}
