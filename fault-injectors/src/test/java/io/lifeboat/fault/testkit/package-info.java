/** What the tests of this module share: children to do harm to, and ways to look at them from outside. */
@NullMarked
package io.lifeboat.fault.testkit;

import org.jspecify.annotations.NullMarked;
