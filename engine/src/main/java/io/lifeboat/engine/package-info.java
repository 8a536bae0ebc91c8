/** The engine: driven by {@code tick}, it reads telemetry, predicts failures, and moves workloads off nodes in time. */
@NullMarked
package io.lifeboat.engine;

import org.jspecify.annotations.NullMarked;
