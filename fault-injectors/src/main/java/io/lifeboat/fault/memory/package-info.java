/** Bit flips in the memory of other processes, in regions that were offered for it and nowhere else. */
@NullMarked
package io.lifeboat.fault.memory;

import org.jspecify.annotations.NullMarked;
