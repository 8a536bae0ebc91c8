package io.lifeboat.junit;

import java.net.InetSocketAddress;
import java.net.URI;

/** The stable address of a workload: the same before, during and after a migration. Thread-safe. */
public interface Endpoint {

    /** Name of the workload. */
    String workload();

    /**
     * An address that a client can connect to.
     *
     * @throws IllegalStateException on a simulated cluster, which has no sockets
     */
    InetSocketAddress address();

    /**
     * The HTTP address of a path.
     *
     * @param path begins with a slash
     */
    URI uri(String path);
}
