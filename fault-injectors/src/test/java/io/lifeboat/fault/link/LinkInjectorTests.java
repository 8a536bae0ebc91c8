package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultInjectorContract;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Target;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkInjectorTests extends FaultInjectorContract {

    private final EchoOverLink echo = new EchoOverLink();

    @BeforeEach
    void connect() throws IOException {
        echo.connect();
    }

    @AfterEach
    void close() throws IOException {
        echo.close();
    }

    @Override
    protected FaultInjector injector() {
        return new LinkInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.NETWORK_CUT, 1, 42);
    }

    @Override
    protected FaultTarget target() {
        return new Target(echo.link);
    }

    /** Leaves an answer owed. */
    @Override
    protected void activity() throws IOException {
        echo.client.send("owed!");
        assertThat(echo.client.silentFor(200)).isTrue();
    }

    @Override
    protected String observed() throws IOException {
        echo.client.send("x");
        StringBuilder all = new StringBuilder();
        while (all.indexOf("x") < 0) {
            all.append(echo.client.receive(1));
        }
        return "answers";
    }

    @Test
    void severalFaultsAddUpAndEndOneByOne() throws IOException {
        ActiveFault latency = echo.inject(EchoOverLink.latency(60, 0), 1);
        ActiveFault cut = echo.inject(FailureType.NETWORK_CUT, 1);
        echo.client.send("x");
        assertThat(echo.client.silentFor(200)).isTrue();
        cut.close();
        echo.client.receive(1);
        assertThat(echo.client.echoNanos()).isGreaterThan(115 * EchoOverLink.MILLI);
        latency.close();
        assertThat(echo.client.fastestEchoNanos()).isLessThan(100 * EchoOverLink.MILLI);
        assertThat(latency.evidence().tookEffect()).isTrue();
        assertThat(cut.evidence().tookEffect()).isTrue();
    }

    @Test
    void nothingIsHitWithoutTraffic() {
        try (ActiveFault fault = echo.inject(FailureType.NETWORK_CUT, 1)) {
            Await.elapse(Duration.ofMillis(150));
            fault.severity(0.5);
            fault.severity(1);
            assertThat(fault.evidence().tookEffect()).isFalse();
        }
    }
}
