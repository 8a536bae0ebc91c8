/** What every evaluation shares: the contract of a task, its options, reading CSV and writing figures. */
@NullMarked
package io.lifeboat.engine.evaluate.task;

import org.jspecify.annotations.NullMarked;
