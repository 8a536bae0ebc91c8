package io.lifeboat.junit;

import io.lifeboat.junit.plan.PlanReader;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Locks what tests that run in parallel would otherwise fight over. Tests with a cluster of their own share nothing and
 * run side by side; tests that share one lock the nodes that they make fail or that their workloads start on.
 */
final class FaultDomainLocks implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return PlanReader.faultDomain(testClass, testMethod).stream()
                .map(node -> new Lock("lifeboat/" + testClass.getName() + "/" + node, ResourceAccessMode.READ_WRITE))
                .collect(Collectors.toUnmodifiableSet());
    }
}
