/** How long predictions and training take, and what LightGBM takes for the same rows. */
@NullMarked
package io.lifeboat.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
