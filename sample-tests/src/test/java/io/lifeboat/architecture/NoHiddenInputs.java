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
    static final Map<String, String> ADAPTERS = Map.of();

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
