/** Figures and facts in words, the same in all reports. */
@NullMarked
package io.lifeboat.report.text;

import org.jspecify.annotations.NullMarked;
