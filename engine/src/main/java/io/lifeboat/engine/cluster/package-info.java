/** What a cluster is made of: immutable values for nodes, workloads and snapshots, and the port through which they are moved. */
@NullMarked
package io.lifeboat.engine.cluster;

import org.jspecify.annotations.NullMarked;
