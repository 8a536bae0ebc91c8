/** The report of a test and the index of a run as single HTML files that need nothing else. */
@NullMarked
package io.lifeboat.report.html;

import org.jspecify.annotations.NullMarked;
