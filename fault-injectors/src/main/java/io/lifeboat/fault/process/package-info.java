/** Faults of whole processes: throttled by a quota or by stopping and continuing, paused, killed. */
@NullMarked
package io.lifeboat.fault.process;

import org.jspecify.annotations.NullMarked;
