/**
 * Remaining useful life of units that wear out, in the layout of C-MAPSS: one line a unit and cycle, sensors and settings as
 * columns.
 */
@NullMarked
package io.lifeboat.engine.evaluate.rul;

import org.jspecify.annotations.NullMarked;
