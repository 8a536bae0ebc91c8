package io.lifeboat.engine.evaluate.nab;

/**
 * The best threshold on a corpus.
 *
 * @param threshold alarms are raised at scores of at least this
 * @param score what the corpus then earns, at most 100
 */
record NabOptimum(double threshold, double score) {}
