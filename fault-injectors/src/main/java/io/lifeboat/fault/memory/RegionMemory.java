package io.lifeboat.fault.memory;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Words of one region, read and written in the address space of its process. Stays with that address space while it is
 * open: should the process die and its id be used again, the new process is not touched (proc(5), {@code mem}).
 */
final class RegionMemory implements AutoCloseable {

    private final MemoryRegion region;
    private final RandomAccessFile memory;

    private RegionMemory(MemoryRegion region, RandomAccessFile memory) {
        this.region = region;
        this.memory = memory;
    }

    /**
     * Opens the region.
     *
     * @throws FaultException if it is no whole stretch of writable memory that belongs to its process alone
     */
    static RegionMemory open(MemoryRegion region) {
        try {
            RandomAccessFile memory = new RandomAccessFile(memory(region).toFile(), "rw");
            // Looked at after it is open, so that it is the same process.
            Optional<String> problem = mismatch(region);
            if (problem.isPresent()) {
                memory.close();
                throw new FaultException(problem.get() + ".%nMaybe its owner freed it.".formatted());
            }
            return new RegionMemory(region, memory);
        } catch (IOException e) {
            throw new FaultException(
                    "The memory of process %d cannot be written: %s.".formatted(region.pid(), e.getMessage()), e);
        }
    }

    /** Why the region cannot be written; empty if it can. */
    static Optional<String> problem(MemoryRegion region) {
        try (RandomAccessFile memory = new RandomAccessFile(memory(region).toFile(), "rw")) {
            return memory.getFD().valid() ? mismatch(region) : Optional.of("it cannot be opened");
        } catch (IOException e) {
            return Optional.of(
                    "the memory of process %d cannot be written: %s".formatted(region.pid(), e.getMessage()));
        }
    }

    private static Optional<String> mismatch(MemoryRegion region) throws IOException {
        if (region.length() < Long.BYTES
                || region.length() % Long.BYTES != 0
                || region.address() % Long.BYTES != 0
                || region.address() <= 0
                || region.address() + region.length() < 0) {
            return Optional.of("%s is not made of whole words of 8 bytes".formatted(region));
        }
        Path maps = Path.of("/proc", Long.toString(region.pid()), "maps");
        try (var lines = Files.lines(maps)) {
            return lines.anyMatch(line -> contains(line, region))
                    ? Optional.empty()
                    : Optional.of("%s is not one stretch of private writable memory".formatted(region));
        }
    }

    /** A line of maps reads {@code begin-end rwxp …}, see proc(5). What is shared is not the process's alone. */
    private static boolean contains(String line, MemoryRegion region) {
        String[] parts = line.split(" ", 3);
        String[] range = parts[0].split("-", 2);
        return parts[1].startsWith("rw")
                && parts[1].endsWith("p")
                && Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), region.address()) <= 0
                && Long.compareUnsigned(Long.parseUnsignedLong(range[1], 16), region.address() + region.length()) >= 0;
    }

    MemoryRegion region() {
        return region;
    }

    long read(long word) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        memory.seek(region.address() + word * Long.BYTES);
        memory.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong();
    }

    void write(long word, long value) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putLong(value);
        memory.seek(region.address() + word * Long.BYTES);
        memory.write(bytes);
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            // Every write went through at once; there is nothing to lose.
            return;
        }
    }

    private static Path memory(MemoryRegion region) {
        return Path.of("/proc", Long.toString(region.pid()), "mem");
    }
}
