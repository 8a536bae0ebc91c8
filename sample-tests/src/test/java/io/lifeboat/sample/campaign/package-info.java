/** The campaign behind docs/campaign.md: many seeded runs, summed up. Run by benchmarks/campaign/run, not by the build. */
@NullMarked
package io.lifeboat.sample.campaign;

import org.jspecify.annotations.NullMarked;
