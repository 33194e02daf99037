package dev.migrate.core.finding;

import java.util.List;

/**
 * What the rules say of a graph.
 *
 * @param findings what counts, in the order of the migrations
 * @param suppressed what would count if it were not accepted, in the same order
 */
public record Verdict(List<Finding> findings, List<Suppressed> suppressed) {
    /** Copies the lists. */
    public Verdict {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }
}
