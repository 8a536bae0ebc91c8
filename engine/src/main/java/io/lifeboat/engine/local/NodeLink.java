package io.lifeboat.engine.local;

import java.net.InetSocketAddress;

/**
 * The network of one node: every connection between the node and the rest of the cluster goes through the addresses
 * given out here. Thread-safe. Asked twice for the same address, a link may give out the same or another one.
 */
public interface NodeLink extends AutoCloseable {

    /** The TCP address under which the rest of the cluster reaches {@code workload}, which listens on the node. */
    InetSocketAddress toNode(InetSocketAddress workload);

    /** The TCP address under which the node reaches {@code service}, which listens outside of it. */
    InetSocketAddress fromNode(InetSocketAddress service);

    /** The UDP address under which the node reaches {@code service}, which listens outside of it. */
    InetSocketAddress datagramFromNode(InetSocketAddress service);

    /** Ends the link and everything on it. May be called more than once. */
    @Override
    void close();
}
