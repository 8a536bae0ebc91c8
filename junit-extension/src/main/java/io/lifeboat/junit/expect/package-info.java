/** Internal: what a test expects, as values that judge a result. */
@NullMarked
package io.lifeboat.junit.expect;

import org.jspecify.annotations.NullMarked;
