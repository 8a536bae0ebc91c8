/** Side-by-side runs of Lifeboat and of what others use. */
@NullMarked
package io.lifeboat.benchmarks;

import org.jspecify.annotations.NullMarked;
