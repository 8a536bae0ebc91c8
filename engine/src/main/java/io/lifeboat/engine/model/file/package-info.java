/** Trained models on disk: a versioned binary container that refuses what it does not know, with the reason. */
@NullMarked
package io.lifeboat.engine.model.file;

import org.jspecify.annotations.NullMarked;
