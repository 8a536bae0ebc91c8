/**
 * A stable address in front of the processes of a service. Traffic can be held at it and switched to other processes
 * between two HTTP requests, so that clients do not notice that the service moved.
 */
@NullMarked
package io.lifeboat.engine.local.endpoint;

import org.jspecify.annotations.NullMarked;
