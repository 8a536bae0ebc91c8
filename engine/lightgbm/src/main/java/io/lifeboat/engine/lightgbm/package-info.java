/**
 * LightGBM (Ke et al. 2017) as a classifier of the engine, through lightgbm4j. The native library is loaded when it is first
 * needed, not before.
 */
@NullMarked
package io.lifeboat.engine.lightgbm;

import org.jspecify.annotations.NullMarked;
