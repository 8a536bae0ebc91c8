package io.lifeboat.junit.platform;

import io.lifeboat.junit.Endpoint;
import java.net.InetSocketAddress;
import java.net.URI;

/** The endpoint of a simulated workload: an address that only simulated load can reach. */
record SimulatedEndpoint(String workload) implements Endpoint {

    static final String DOMAIN = ".simulated";

    @Override
    public InetSocketAddress address() {
        throw new IllegalStateException(
                "Workload \"%s\" is simulated and has no socket.%nMaybe put load on with load.rate(…).get(%s.uri(\"/\")), or use @LocalCluster."
                        .formatted(workload, workload));
    }

    @Override
    public URI uri(String path) {
        return URI.create("http://" + workload + DOMAIN + path);
    }
}
