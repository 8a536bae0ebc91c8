/** Faults of disks: slow ones, by the kernel's limits on the reads and writes of a cgroup. */
@NullMarked
package io.lifeboat.fault.disk;

import org.jspecify.annotations.NullMarked;
