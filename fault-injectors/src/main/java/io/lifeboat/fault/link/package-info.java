/**
 * The network of a node as a proxy in user space: all its connections pass through it, and can be slowed, thinned out or
 * cut there.
 */
@NullMarked
package io.lifeboat.fault.link;

import org.jspecify.annotations.NullMarked;
