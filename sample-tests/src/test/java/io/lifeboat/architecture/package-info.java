/** The architecture as tests: who may know whom, and where time and chance may come from. */
@NullMarked
package io.lifeboat.architecture;

import org.jspecify.annotations.NullMarked;
