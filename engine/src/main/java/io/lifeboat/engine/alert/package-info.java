/**
 * When a probability is worth an alert: thresholds from expected cost, and damping from noisy samples to one stable
 * alert.
 */
@NullMarked
package io.lifeboat.engine.alert;

import org.jspecify.annotations.NullMarked;
