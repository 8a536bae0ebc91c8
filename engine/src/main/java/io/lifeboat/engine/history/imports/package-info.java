/**
 * Recorded production data on its way into a history: CSV telemetry, SMART rows, memory error logs and log files. A line that
 * breaks a rule is named, and then nothing is imported.
 */
@NullMarked
package io.lifeboat.engine.history.imports;

import org.jspecify.annotations.NullMarked;
