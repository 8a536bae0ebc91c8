/** Figures of merit for ranked decisions, computed exactly and with ties counted fairly. */
@NullMarked
package io.lifeboat.engine.evaluate.metric;

import org.jspecify.annotations.NullMarked;
