package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The nodes of a cluster and the files that belong to them. */
final class NodeSet implements AutoCloseable {

    private static final Path CGROUP_ROOT = Path.of("/sys/fs/cgroup");

    private final Path directory;
    private final Path classPathFile;
    private final Map<String, NodeRuntime> byId = new LinkedHashMap<>();

    private NodeSet(Path directory, Path classPathFile) {
        this.directory = directory;
        this.classPathFile = classPathFile;
    }

    static NodeSet create(LocalClusterConfig config) {
        Path directory = config.directory().toAbsolutePath();
        NodeSet nodes = null;
        try {
            Files.createDirectories(directory.resolve("nodes"));
            nodes = new NodeSet(directory, JavaCommand.writeClassPath(directory));
            // Also unique among clusters of other processes, and not made of the name of the directory, which may be
            // long.
            String run = "lifeboat-%d-%x".formatted(ProcessHandle.current().pid(), System.nanoTime());
            Cgroups cgroups = new Cgroups(CGROUP_ROOT, run, config.cgroups());
            for (int i = 1; i <= config.nodes(); i++) {
                nodes.add("node-" + i, config, cgroups);
            }
            return nodes;
        } catch (IOException | RuntimeException e) {
            if (nodes != null) {
                nodes.close();
            }
            throw new LocalClusterException(
                    "The nodes could not be made in %s: %s. Maybe it is not writable.".formatted(directory, e), e);
        }
    }

    private void add(String id, LocalClusterConfig config, Cgroups cgroups) throws IOException {
        Path disk = Files.createDirectory(directory.resolve("nodes").resolve(id));
        AddressLease lease = AddressLease.claim();
        NodeLink link = config.links().open(id, lease.address());
        byId.put(id, new NodeRuntime(id, config, lease, link, cgroups.create(id), disk));
    }

    Path classPathFile() {
        return classPathFile;
    }

    Map<String, NodeRuntime> byId() {
        return byId;
    }

    List<NodeRuntime> all() {
        return new ArrayList<>(byId.values());
    }

    List<NodeRuntime> ready() {
        return byId.values().stream()
                .filter(node -> node.status() == NodeStatus.READY)
                .toList();
    }

    NodeRuntime get(String id) {
        NodeRuntime node = byId.get(id);
        if (node == null) {
            throw new IllegalArgumentException(
                    "There is no node \"%s\". %s".formatted(id, Suggestion.among(byId.keySet(), id)));
        }
        return node;
    }

    void kill() {
        byId.values().forEach(node -> node.kill(() -> {}));
    }

    /** Removes cgroups and files; logs stay. */
    @Override
    public void close() {
        kill();
        byId.values().forEach(NodeRuntime::release);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.equals(classPathFile)
                        || file.endsWith("nodes")
                        || file.toString().endsWith(".regions")) {
                    FileTrees.delete(file);
                }
            }
        } catch (IOException e) {
            throw new LocalClusterException(
                    "The files of the cluster in %s could not be removed: %s. Maybe a process still writes there."
                            .formatted(directory, e),
                    e);
        }
    }
}
