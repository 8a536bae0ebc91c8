package io.lifeboat.junit.plan;

import io.lifeboat.fault.Failure;
import io.lifeboat.junit.OnUnavailable;

/**
 * One failure that a test declares.
 *
 * @param id unique in the test, e.g. {@code fault-1}
 * @param failure what fails
 * @param target id of a node or name of a workload
 * @param schedule when
 * @param onUnavailable what to do if it cannot be injected
 */
public record FaultPlan(String id, Failure failure, String target, Schedule schedule, OnUnavailable onUnavailable) {}
