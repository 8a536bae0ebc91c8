package io.lifeboat.junit.platform;

import io.lifeboat.engine.local.NodeLink;
import io.lifeboat.engine.local.NodeLinks;
import io.lifeboat.fault.link.FaultyLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives every node of a local cluster a link that faults can be injected into. Thread-safe. */
final class FaultyLinks implements NodeLinks {

    private final Map<String, FaultyLink> links = new ConcurrentHashMap<>();

    @Override
    public NodeLink open(String node, InetAddress address) {
        FaultyLink link = new FaultyLink(node, address);
        links.put(node, link);
        return new Adapter(link);
    }

    Optional<FaultyLink> of(String node) {
        return Optional.ofNullable(links.get(node));
    }

    /** The engine's view of a link that the fault injectors made. */
    private record Adapter(FaultyLink link) implements NodeLink {

        @Override
        public InetSocketAddress toNode(InetSocketAddress workload) {
            return link.toNode(workload);
        }

        @Override
        public InetSocketAddress fromNode(InetSocketAddress service) {
            return link.fromNode(service);
        }

        @Override
        public InetSocketAddress datagramFromNode(InetSocketAddress service) {
            return link.datagramFromNode(service);
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
