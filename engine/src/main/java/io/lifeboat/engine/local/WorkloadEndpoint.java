package io.lifeboat.engine.local;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** The address of a service that stays the same wherever its workloads run. Thread-safe. */
public interface WorkloadEndpoint {

    /** Name of the service. */
    String service();

    /** Where clients connect; on 127.0.0.1. */
    InetSocketAddress address();

    /** An {@code http} address of this endpoint; {@code path} may hold a query. */
    default URI uri(String path) {
        String rooted = path.startsWith("/") ? path : "/" + path;
        return URI.create("http://" + address().getAddress().getHostAddress() + ":"
                + address().getPort() + rooted);
    }

    /** What went through so far. */
    Counters counters();

    /**
     * Running totals since the service was deployed.
     *
     * @param connections accepted from clients
     * @param requests HTTP requests passed on; 0 for other protocols
     * @param failures requests or connections that could not be served: no backend, or it died midway
     * @param retries requests sent once more because a reused connection to the backend turned out dead
     * @param held requests or connections that had to wait at the gate
     * @param longestHold the longest such wait
     */
    record Counters(long connections, long requests, long failures, long retries, long held, Duration longestHold) {}
}
