package io.lifeboat.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * No clock, no chance, no sleep and no console, except in adapters that are named here with the reason. The rest takes
 * them as parameters, so that a simulated run can be repeated to the bit.
 */
final class NoHiddenInputs extends ArchCondition<JavaClass> {

    /** Each adapter, and why it needs the real thing. */
    static final Map<String, String> ADAPTERS = Map.ofEntries(
            Map.entry("io.lifeboat.engine.agent.AgentMain", "measures a real machine in a process of its own"),
            Map.entry("io.lifeboat.engine.agent.CpuStealProbe", "measures a real machine in a process of its own"),
            Map.entry("io.lifeboat.engine.agent.DiskProbe", "measures a real machine in a process of its own"),
            Map.entry("io.lifeboat.engine.agent.NetworkProbe", "measures a real machine in a process of its own"),
            Map.entry("io.lifeboat.engine.local.Agents", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.agent.Reporter", "stamps what a real node reports"),
            Map.entry("io.lifeboat.engine.evaluate.Evaluate", "is a program of its own"),
            Map.entry("io.lifeboat.engine.history.imports.ImportHistory", "is a program of its own"),
            Map.entry("io.lifeboat.engine.local.InstanceStarter", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.LocalCluster", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.LocalClusterConfig", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.Mirror", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.NodeRuntime", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.NodeSet", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.Sleep", "waits for real processes and files"),
            Map.entry("io.lifeboat.engine.local.endpoint.Backend", "holds real connections"),
            Map.entry("io.lifeboat.engine.local.endpoint.BackendConnection", "holds real connections"),
            Map.entry("io.lifeboat.engine.local.endpoint.Gate", "holds real connections"),
            Map.entry("io.lifeboat.engine.train.Train", "is a program of its own"),
            Map.entry(
                    "io.lifeboat.fault.link.DatagramRelay", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.link.Connection", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.link.StreamPump", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.link.Way", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.memory.BitFlips", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.process.DutyCycle", "acts on real packets, memory and processes in real time"),
            Map.entry("io.lifeboat.fault.undo.Recover", "is a program of its own"),
            Map.entry("io.lifeboat.fault.undo.WatchdogMain", "is a program of its own"),
            Map.entry("io.lifeboat.junit.LifeboatRun", "puts the real clock in"),
            Map.entry("io.lifeboat.junit.platform.HomePlacement", "puts the real clock in"),
            Map.entry("io.lifeboat.junit.platform.LocalPlatform", "puts the real clock in"),
            Map.entry("io.lifeboat.junit.Console", "prints the verdict"),
            Map.entry(
                    "io.lifeboat.report.output.AtomicFile",
                    "needs a name for a temporary file that no other process has"));

    private static final Set<String> FORBIDDEN = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.Thread.sleep",
            "java.lang.Math.random",
            "java.time.InstantSource.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.ThreadLocalRandom.current");

    /** Harmless with a clock or a seed as an argument. */
    private static final Set<String> FORBIDDEN_WITHOUT_ARGUMENTS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>");

    NoHiddenInputs() {
        super("take time, chance and the console as parameters");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        if (!ADAPTERS.containsKey(outermost(javaClass))) {
            javaClass.getAccessesFromSelf().stream()
                    .filter(NoHiddenInputs::isForbidden)
                    .forEach(access -> events.add(SimpleConditionEvent.violated(javaClass, access.getDescription())));
        }
    }

    static boolean hasAny(JavaClass javaClass) {
        return javaClass.getAccessesFromSelf().stream().anyMatch(NoHiddenInputs::isForbidden);
    }

    static String outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(NoHiddenInputs::outermost).orElse(javaClass.getName());
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        String name = access.getTargetOwner().getName() + "." + access.getName();
        return FORBIDDEN.contains(name) || FORBIDDEN_WITHOUT_ARGUMENTS.contains(name) && hasNoArguments(access);
    }

    private static boolean hasNoArguments(JavaAccess<?> access) {
        return !(access.getTarget() instanceof CodeUnitAccessTarget target)
                || target.getRawParameterTypes().isEmpty();
    }
}
