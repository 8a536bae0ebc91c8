package io.lifeboat.junit.plan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a predictor that adapts keeps what it learns.
 *
 * @param shelf {@code lifeboat.adapt}: directory of versions and labels
 * @param history {@code lifeboat.adapt.history}: runs that models are trained from anew after a drift, by default those of
 *     {@code lifeboat.history}; empty for {@code off}: then only merge and calibration adapt
 */
public record AdaptPlan(Path shelf, Optional<Path> history) {}
