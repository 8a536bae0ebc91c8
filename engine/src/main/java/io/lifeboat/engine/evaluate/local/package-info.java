/** Compares predictors on recorded runs of local nodes: lead time before a crash, and false alarms. */
@NullMarked
package io.lifeboat.engine.evaluate.local;

import org.jspecify.annotations.NullMarked;
