/** Forecasts of one metric, chosen by back-testing, and when the metric will cross a tolerance. */
@NullMarked
package io.lifeboat.engine.model.forecast;

import org.jspecify.annotations.NullMarked;
