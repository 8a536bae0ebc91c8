/** Open and closed loops of requests, and the honest measuring of their latencies. */
@NullMarked
package io.lifeboat.junit.load;

import org.jspecify.annotations.NullMarked;
