/** The way back: a journal on disk of what must be undone, and the watchdog outside the JVM that does it when the JVM dies. */
@NullMarked
package io.lifeboat.fault.undo;

import org.jspecify.annotations.NullMarked;
