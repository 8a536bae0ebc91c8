package io.lifeboat.engine.adapt;

/**
 * A model with its number.
 *
 * @param number on the shelf; 0 for what is there without one
 */
record Version<M>(int number, M model) {}
