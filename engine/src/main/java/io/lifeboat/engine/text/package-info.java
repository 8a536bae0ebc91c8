/** Words in messages to people. */
@NullMarked
package io.lifeboat.engine.text;

import org.jspecify.annotations.NullMarked;
