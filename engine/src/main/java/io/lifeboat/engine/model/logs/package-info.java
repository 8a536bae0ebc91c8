/** Log lines as numbers: templates mined from the text, and how often each template and severity occurs. */
@NullMarked
package io.lifeboat.engine.model.logs;

import org.jspecify.annotations.NullMarked;
