package io.lifeboat.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs fixture classes through Jupiter, as a user's build would, and tells how each test ended. */
final class ResilienceTestKit {

    private final EngineTestKit.Builder kit;

    private ResilienceTestKit(Path reports) {
        kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("lifeboat.reports", reports.toString())
                .configurationParameter(
                        "lifeboat.history", reports.resolve("history").toString())
                .configurationParameter("lifeboat.seed", "42");
    }

    static ResilienceTestKit reportingTo(Path reports) {
        return new ResilienceTestKit(reports);
    }

    ResilienceTestKit with(String parameter, String value) {
        kit.configurationParameter(parameter, value);
        return this;
    }

    List<Outcome> run(Class<?> fixture) {
        return run(selectClass(fixture));
    }

    List<Outcome> run(Class<?> fixture, String method) {
        Method found = Arrays.stream(fixture.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return run(selectMethod(fixture, found));
    }

    private List<Outcome> run(DiscoverySelector selector) {
        EngineExecutionResults results = kit.selectors(selector).execute();
        Stream<Event> tests = results.testEvents().finished().stream();
        Stream<Event> failedContainers = results.containerEvents().failed().stream();
        return Stream.concat(tests, failedContainers)
                .map(ResilienceTestKit::outcome)
                .toList();
    }

    private static Outcome outcome(Event event) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        String message = result.getThrowable().map(Throwable::getMessage).orElse("");
        return new Outcome(event.getTestDescriptor().getDisplayName(), result.getStatus(), message);
    }

    /** How one test ended. */
    record Outcome(String test, Status status, String message) {}
}
