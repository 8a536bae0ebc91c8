/** The Numenta Anomaly Benchmark: its scorer, version 1.1, and our detector on its files. */
@NullMarked
package io.lifeboat.engine.evaluate.nab;

import org.jspecify.annotations.NullMarked;
