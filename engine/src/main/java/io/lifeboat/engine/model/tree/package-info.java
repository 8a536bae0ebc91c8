/**
 * Histogram decision trees, boosted or as a random forest: small, deterministic, tolerant of missing values, and able to
 * obey monotone constraints. A trained model is immutable and shared freely between threads.
 */
@NullMarked
package io.lifeboat.engine.model.tree;

import org.jspecify.annotations.NullMarked;
