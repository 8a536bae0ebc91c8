/** Signals measured on nodes, the source they come from, and sliding windows over them. */
@NullMarked
package io.lifeboat.engine.telemetry;

import org.jspecify.annotations.NullMarked;
