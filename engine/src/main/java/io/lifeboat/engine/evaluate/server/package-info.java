/** Unusual server telemetry, with the metrics that are to blame: data sets ASD and SMD. */
@NullMarked
package io.lifeboat.engine.evaluate.server;

import org.jspecify.annotations.NullMarked;
