/**
 * Failure of hard disks within 30 days, on weekly snapshots of SMART counters in the layout of the Backblaze start-stop table.
 */
@NullMarked
package io.lifeboat.engine.evaluate.disk;

import org.jspecify.annotations.NullMarked;
