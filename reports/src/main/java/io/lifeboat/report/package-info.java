/** Everything a run shows derives from its journal: results, verdict, and the HTML, JSON and console reports. */
@NullMarked
package io.lifeboat.report;

import org.jspecify.annotations.NullMarked;
