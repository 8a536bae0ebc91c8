/** Files and trees of files on disk, for all that keeps some. */
@NullMarked
package io.lifeboat.engine.files;

import org.jspecify.annotations.NullMarked;
