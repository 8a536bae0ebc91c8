/** Annotations and parameters of resilience tests, and the extension behind them. */
@NullMarked
package io.lifeboat.junit;

import org.jspecify.annotations.NullMarked;
