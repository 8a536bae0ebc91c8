package io.lifeboat.engine.local;

import io.lifeboat.engine.agent.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Takes in what the agents report. */
final class Collector implements AutoCloseable {

    private static final long RETRY_NANOS = 1_000_000;

    /** Hears reports, in the order in which they arrive from one agent; called by one thread for each. */
    interface Listener {

        void onHello(Report.Hello hello);

        void onMeasured(String node, Report.Measured measured);
    }

    private final ServerSocket server;
    private final Listener listener;
    private final ExecutorService threads = Daemons.pool("collector");
    private final Set<Socket> agents = ConcurrentHashMap.newKeySet();

    Collector(InetAddress address, Listener listener) throws IOException {
        this.server = new ServerSocket();
        this.listener = listener;
        server.bind(new InetSocketAddress(address, 0));
        threads.execute(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket agent = server.accept();
                agents.add(agent);
                threads.execute(() -> read(agent));
            } catch (IOException | RejectedExecutionException e) {
                // Closed, which the loop sees, or out of descriptors for the moment.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void read(Socket agent) {
        try (agent;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.US_ASCII))) {
            String greeting = in.readLine();
            Optional<Report> hello = greeting == null ? Optional.empty() : Report.parse(greeting);
            if (hello.isPresent() && hello.get() instanceof Report.Hello from) {
                listener.onHello(from);
                readMeasured(in, from.node());
            }
        } catch (IOException e) {
            // The agent is gone or was cut off; it connects again if it lives.
        } finally {
            agents.remove(agent);
        }
    }

    private void readMeasured(BufferedReader in, String node) throws IOException {
        String line = in.readLine();
        while (line != null) {
            Optional<Report> report = Report.parse(line);
            if (report.isPresent() && report.get() instanceof Report.Measured measured) {
                listener.onMeasured(node, measured);
            }
            line = in.readLine();
        }
    }

    @Override
    public void close() {
        Closing.quietly(server);
        agents.forEach(Closing::quietly);
        threads.shutdownNow();
    }
}
