package io.lifeboat.engine.local;

import java.net.InetAddress;

/** Makes the link of each node. An implementation that stands in the middle can slow, harm or cut it. */
@FunctionalInterface
public interface NodeLinks {

    /**
     * Called once for each node, before its agent starts.
     *
     * @param node id of the node
     * @param address the node's own loopback address, or 127.0.0.1 where there is none
     */
    NodeLink open(String node, InetAddress address);

    /** Links that pass every address through: nothing stands in between. */
    static NodeLinks direct() {
        return (node, address) -> new DirectLink();
    }
}
