/** The result of a test as Markdown, for the step summary of a continuous integration service. */
@NullMarked
package io.lifeboat.report.markdown;

import org.jspecify.annotations.NullMarked;
