/** Where a workload shall run: hard goals refuse a node, soft goals score it, and every candidate is explained. */
@NullMarked
package io.lifeboat.engine.placement;

import org.jspecify.annotations.NullMarked;
