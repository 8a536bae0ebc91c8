/**
 * The agent of a local node: a small process that measures the node and reports over the node's own network. It knows
 * nothing of the cluster but what it is told on its standard input, and it ends, with all of its node, when that ends.
 */
@NullMarked
package io.lifeboat.engine.agent;

import org.jspecify.annotations.NullMarked;
