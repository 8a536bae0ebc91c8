package io.lifeboat.fault.memory;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Words of one region, read and written in the address space of its process. */
final class RegionMemory {

    private RegionMemory() {}

    /** Why the region cannot be written; empty if it can. */
    static Optional<String> problem(MemoryRegion region) {
        Path memory = memory(region);
        if (!Files.exists(memory)) {
            return Optional.of("there is no %s".formatted(memory));
        }
        try (FileChannel channel = FileChannel.open(memory, StandardOpenOption.WRITE)) {
            return channel.isOpen() ? Optional.empty() : Optional.of("%s is not open".formatted(memory));
        } catch (IOException e) {
            return Optional.of("%s cannot be written: %s".formatted(memory, e.getMessage()));
        }
    }

    /**
     * Checks that the region is a whole stretch of writable memory that belongs to its process.
     *
     * @throws FaultException if it is not
     */
    static void check(MemoryRegion region) {
        if (region.length() < Long.BYTES || region.address() % Long.BYTES != 0) {
            throw new FaultException("Region %s must be aligned to 8 bytes and hold at least 8.".formatted(region));
        }
        try {
            long end = region.address() + region.length();
            boolean mapped = Files.readAllLines(Path.of("/proc", Long.toString(region.pid()), "maps")).stream()
                    .anyMatch(line -> contains(line, region.address(), end));
            if (!mapped) {
                throw new FaultException(
                        "Region %s is not one stretch of writable memory of process %d.%nMaybe its owner freed it."
                                .formatted(region, region.pid()));
            }
        } catch (IOException e) {
            throw new FaultException("The memory of process %d cannot be looked at: %s.".formatted(region.pid(), e), e);
        }
    }

    /** A line of maps reads {@code begin-end rwxp …}, see proc(5). */
    private static boolean contains(String line, long begin, long end) {
        String[] parts = line.split("[ -]", 4);
        return parts[2].startsWith("rw")
                && Long.parseUnsignedLong(parts[0], 16) <= begin
                && Long.parseUnsignedLong(parts[1], 16) >= end;
    }

    static long read(MemoryRegion region, long word) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(memory(region).toFile(), "r")) {
            ByteBuffer buffer = buffer();
            file.seek(region.address() + word * Long.BYTES);
            file.readFully(buffer.array());
            return buffer.getLong(0);
        }
    }

    static void write(MemoryRegion region, long word, long value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(memory(region).toFile(), "rw")) {
            file.seek(region.address() + word * Long.BYTES);
            file.write(buffer().putLong(0, value).array());
        }
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    }

    private static Path memory(MemoryRegion region) {
        return Path.of("/proc", Long.toString(region.pid()), "mem");
    }
}
