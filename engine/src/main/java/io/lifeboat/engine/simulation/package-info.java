/**
 * A cluster in virtual time: seeded telemetry, impairments, migrations and requests, for thousands of nodes and exactly
 * repeatable.
 */
@NullMarked
package io.lifeboat.engine.simulation;

import org.jspecify.annotations.NullMarked;
