/**
 * The local platform: a node is a group of operating-system processes with an agent that reports its telemetry, a
 * workload is a child process behind an endpoint that survives migration. Needs neither root nor containers.
 */
@NullMarked
package io.lifeboat.engine.local;

import org.jspecify.annotations.NullMarked;
