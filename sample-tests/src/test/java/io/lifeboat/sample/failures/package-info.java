/** One resilience test for each kind of failure. */
@NullMarked
package io.lifeboat.sample.failures;

import org.jspecify.annotations.NullMarked;
