package io.lifeboat.engine.local;

import io.lifeboat.engine.local.endpoint.Backend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process of a workload that is or was ready.
 *
 * @param workload id of the workload
 * @param node where it runs
 * @param child the process
 * @param backend how the endpoint reaches it
 * @param data its data directory, if it has one
 * @param regionsFile where it offers memory
 */
record Instance(
        String workload, NodeRuntime node, Child child, Backend backend, Optional<Path> data, Path regionsFile) {

    private static final int MAX_REGIONS = 1000;

    boolean isAlive() {
        return child.isAlive();
    }

    /** What the process offers; lines that make no sense are left out. */
    List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        if (!isAlive() || !Files.exists(regionsFile)) {
            return regions;
        }
        try (var lines = Files.lines(regionsFile, StandardCharsets.UTF_8)) {
            lines.limit(MAX_REGIONS).forEach(line -> parse(line).ifPresent(regions::add));
        } catch (IOException e) {
            // It is being written, or the process has just ended: it offers nothing at this moment.
            return List.of();
        }
        return regions;
    }

    private Optional<Region> parse(String line) {
        String[] words = line.trim().split("\\s+", 3);
        try {
            long address = words[0].startsWith("0x")
                    ? Long.parseUnsignedLong(words[0].substring(2), 16)
                    : Long.parseUnsignedLong(words[0]);
            String name = words.length > 2 ? words[2] : "memory";
            return Optional.of(new Region(child.pid(), address, Long.parseLong(words[1]), workload + ": " + name));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // A half-written line.
            return Optional.empty();
        }
    }
}
