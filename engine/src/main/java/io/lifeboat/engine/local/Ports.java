package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Gives out ports for workloads: below the usual ephemeral range, so that no outgoing connection takes one between the
 * test and the start of the workload, and each only once in a cluster, as a workload may listen on all addresses.
 */
final class Ports {

    private static final int FIRST = 20_100;
    private static final int COUNT = 12_000;

    private int next;

    /** @param start where to begin; different for clusters that run at the same time */
    Ports(long start) {
        next = (int) Math.floorMod(start, (long) COUNT);
    }

    synchronized int take() {
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + next;
            next = (next + 1) % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalClusterException("All ports from %d to %d are taken. Maybe earlier processes still run."
                .formatted(FIRST, FIRST + COUNT - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
