package io.lifeboat.junit.platform;

import io.lifeboat.engine.local.WorkloadEndpoint;
import io.lifeboat.junit.Endpoint;
import java.net.InetSocketAddress;
import java.net.URI;

/** The endpoint of a workload on a local cluster. */
record LocalEndpoint(WorkloadEndpoint endpoint) implements Endpoint {

    @Override
    public String workload() {
        return endpoint.service();
    }

    @Override
    public InetSocketAddress address() {
        return endpoint.address();
    }

    @Override
    public URI uri(String path) {
        return endpoint.uri(path);
    }
}
