package io.lifeboat.engine.local;

import java.net.InetSocketAddress;

/** A link with nothing in between. */
record DirectLink() implements NodeLink {

    @Override
    public InetSocketAddress toNode(InetSocketAddress workload) {
        return workload;
    }

    @Override
    public InetSocketAddress fromNode(InetSocketAddress service) {
        return service;
    }

    @Override
    public InetSocketAddress datagramFromNode(InetSocketAddress service) {
        return service;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
