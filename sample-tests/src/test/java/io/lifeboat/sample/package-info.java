/** An order service as a user might have, and its resilience tests: runnable documentation of Lifeboat. */
@NullMarked
package io.lifeboat.sample;

import org.jspecify.annotations.NullMarked;
