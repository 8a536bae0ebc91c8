/** The command that trains models from a history. The only place where telemetry and truth meet in the engine. */
@NullMarked
package io.lifeboat.engine.train;

import org.jspecify.annotations.NullMarked;
