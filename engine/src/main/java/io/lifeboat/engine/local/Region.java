package io.lifeboat.engine.local;

/**
 * A piece of a process's memory that its owner offers for corruption: it checks the content and survives a change.
 *
 * @param pid the process
 * @param address of the first byte in the address space of the process
 * @param length in bytes, positive
 * @param owner who checks it, e.g. {@code agent scrub} or {@code orders: cache}
 */
public record Region(long pid, long address, long length, String owner) {

    public Region {
        if (length <= 0) {
            throw new IllegalArgumentException(
                    "length (%d) of region \"%s\" must be positive.".formatted(length, owner));
        }
    }
}
