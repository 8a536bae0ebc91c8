package io.lifeboat.fault.link;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.testkit.MemoryJournal;
import io.lifeboat.fault.testkit.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client of an echo server, over a link that faults are injected into. */
class EchoOverLink {

    static final long MILLI = 1_000_000;

    final FaultyLink link = new FaultyLink("n1", InetAddress.getLoopbackAddress());
    final MemoryJournal journal = new MemoryJournal();
    Server server;
    Client client;

    @BeforeEach
    void connect() throws IOException {
        server = Server.echo();
        client = new Client(link.toNode(server.address()));
        client.echo("hello");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        link.close();
        server.close();
    }

    ActiveFault inject(FailureType type, double severity) {
        return inject(Failure.of(type, severity, 42), severity);
    }

    ActiveFault inject(Failure failure, double severity) {
        ActiveFault fault = new LinkInjector().inject(failure, new Target(link), journal);
        fault.severity(severity);
        return fault;
    }

    static Failure latency(int millis, int jitter) {
        return new Failure(
                FailureType.NETWORK_LATENCY,
                1,
                Duration.ofMillis(millis),
                Duration.ofMillis(jitter),
                1 << 20,
                Direction.OUTBOUND,
                42);
    }
}
