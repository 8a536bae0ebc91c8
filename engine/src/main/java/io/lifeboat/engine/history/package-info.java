/**
 * What nodes reported in earlier runs, kept on disk together with the truth of what failed and when: the data that models
 * are trained from. Nothing that predicts may read the truth; an architecture test holds this.
 */
@NullMarked
package io.lifeboat.engine.history;

import org.jspecify.annotations.NullMarked;
