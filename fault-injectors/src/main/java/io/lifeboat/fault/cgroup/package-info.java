/** What faults by a limit of the node's cgroup share, whatever is limited. */
@NullMarked
package io.lifeboat.fault.cgroup;

import org.jspecify.annotations.NullMarked;
