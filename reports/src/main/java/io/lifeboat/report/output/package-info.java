/** Writes the reports of a test and the index of a run. */
@NullMarked
package io.lifeboat.report.output;

import org.jspecify.annotations.NullMarked;
