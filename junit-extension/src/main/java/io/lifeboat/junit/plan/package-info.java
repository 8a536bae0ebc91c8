/** Internal: from annotations and settings to a checked plan, a plain value. Nothing is touched while planning. */
@NullMarked
package io.lifeboat.junit.plan;

import org.jspecify.annotations.NullMarked;
