/**
 * What makers say about their devices, read from a small text file (docs/manufacturer-data.md): how often a model fails, how it ages
 * and what it bears. Everything here is immutable.
 */
@NullMarked
package io.lifeboat.engine.manufacturer;

import org.jspecify.annotations.NullMarked;
