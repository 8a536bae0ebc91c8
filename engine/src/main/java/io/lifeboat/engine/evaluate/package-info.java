/** One command a task that trains on one file, predicts another of the same layout, and measures the predictions. */
@NullMarked
package io.lifeboat.engine.evaluate;

import org.jspecify.annotations.NullMarked;
