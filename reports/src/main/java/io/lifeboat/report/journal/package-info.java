/** The append-only record of one experiment, on disk as one JSON object a line. */
@NullMarked
package io.lifeboat.report.journal;

import org.jspecify.annotations.NullMarked;
