/** The result of a test as JSON, with a published schema. */
@NullMarked
package io.lifeboat.report.json;

import org.jspecify.annotations.NullMarked;
