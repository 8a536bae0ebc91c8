package io.lifeboat.fault;

import java.util.Optional;

/**
 * What a fault is injected into: a node, and the handles by which it can be reached. A platform offers the handles it
 * has, for example {@link ProcessGroup}, {@link NodeDisk} or {@link MemoryRegions}; an injector asks for those it needs.
 */
public interface FaultTarget {

    /** Id of the node. */
    String node();

    /** The handle of the given type, if this target has it. */
    <T> Optional<T> handle(Class<T> type);
}
