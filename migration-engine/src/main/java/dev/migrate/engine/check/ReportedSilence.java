package dev.migrate.engine.check;

import dev.migrate.core.finding.Suppressed;

/** A finding that fails nothing, of a report that spans modules. */
record ReportedSilence(ReportedFinding reported, Suppressed.Why why, String because) {}
