/**
 * Hardware failure of whole nodes, told from nothing but earlier outages, in the layout of the Los Alamos data: a test of honesty, as
 * history alone hardly predicts.
 */
@NullMarked
package io.lifeboat.engine.evaluate.outages;

import org.jspecify.annotations.NullMarked;
