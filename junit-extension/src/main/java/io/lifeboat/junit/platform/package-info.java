/** Internal: what a test runs on, local processes or a simulation, behind one interface. */
@NullMarked
package io.lifeboat.junit.platform;

import org.jspecify.annotations.NullMarked;
