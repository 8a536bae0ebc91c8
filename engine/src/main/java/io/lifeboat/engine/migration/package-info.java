/** Which workloads move now, which wait, and what follows when a move fails: queue, concurrency, brake and cool-downs. */
@NullMarked
package io.lifeboat.engine.migration;

import org.jspecify.annotations.NullMarked;
