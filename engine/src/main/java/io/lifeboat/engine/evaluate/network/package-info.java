/** Failures of an optical link, seen from the receiver alone: the data set of Silva et al., IEEE TNSM 2022. */
@NullMarked
package io.lifeboat.engine.evaluate.network;

import org.jspecify.annotations.NullMarked;
