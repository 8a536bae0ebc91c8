package io.lifeboat.engine.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an agent is started with.
 *
 * @param node id of its node
 * @param address the node's own address
 * @param collector where it reports to, as seen from the node
 * @param echo where it sends probes to, as seen from the node
 * @param interval how often it reports
 * @param disk the directory that stands for the node's disk
 * @param cpus processors of the node
 * @param memoryBytes memory of the node
 * @param cgroup the node's cgroup, if it has one
 */
public record AgentOptions(
        String node,
        InetAddress address,
        InetSocketAddress collector,
        InetSocketAddress echo,
        Duration interval,
        Path disk,
        double cpus,
        long memoryBytes,
        Optional<Path> cgroup) {

    /** As arguments of {@link AgentMain}. */
    public List<String> toArguments() {
        return List.of(
                node,
                address.getHostAddress(),
                text(collector),
                text(echo),
                Long.toString(interval.toMillis()),
                disk.toString(),
                Double.toString(cpus),
                Long.toString(memoryBytes),
                cgroup.map(Path::toString).orElse("-"));
    }

    static AgentOptions parse(String[] arguments) throws UnknownHostException {
        return new AgentOptions(
                arguments[0],
                InetAddress.getByName(arguments[1]),
                address(arguments[2]),
                address(arguments[3]),
                Duration.ofMillis(Long.parseLong(arguments[4])),
                Path.of(arguments[5]),
                Double.parseDouble(arguments[6]),
                Long.parseLong(arguments[7]),
                Optional.of(arguments[8]).filter(path -> !path.equals("-")).map(Path::of));
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
