/** How unusual telemetry is: against a node's own history, against its peers, and against the shapes seen before. */
@NullMarked
package io.lifeboat.engine.model.anomaly;

import org.jspecify.annotations.NullMarked;
