package io.lifeboat.fault;

import java.util.List;

/** Handle of a target with memory that was offered for corruption. Nothing outside these regions is ever touched. */
public interface MemoryRegions {

    List<MemoryRegion> regions();

    /**
     * A stretch of memory in a process.
     *
     * @param pid the process
     * @param address where it begins in the process's address space
     * @param length in bytes, a multiple of 8
     * @param owner who offered it, for evidence
     */
    record MemoryRegion(long pid, long address, long length, String owner) {}
}
