/** Internal: one run of a plan: faults by schedule, phases, journal, verdict. */
@NullMarked
package io.lifeboat.junit.experiment;

import org.jspecify.annotations.NullMarked;
