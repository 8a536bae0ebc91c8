/**
 * Keeps a model fit while it runs: notices drift, turns predictions into honest labels, has new models trained, tries them in the
 * shadow of the old one, promotes those that are no worse and takes back those that fail. Driven by calls with the time in them;
 * single-threaded but for the training, which an executor of the caller runs. Sources: docs/decisions.md and the classes.
 */
@NullMarked
package io.lifeboat.engine.adapt;

import org.jspecify.annotations.NullMarked;
