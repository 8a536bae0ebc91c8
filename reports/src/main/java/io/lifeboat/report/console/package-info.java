/** The verdict of a test in one line. */
@NullMarked
package io.lifeboat.report.console;

import org.jspecify.annotations.NullMarked;
