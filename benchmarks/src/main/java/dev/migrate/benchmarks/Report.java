package dev.migrate.benchmarks;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param title what was done, with the sizes
 * @param figures the quantities
 * @param statements what our figure is made of
 * @param notes how it was measured
 */
public record Report(String title, List<Figure> figures, List<Counted> statements, List<String> notes) {
    /** Copies the lists. */
    public Report {
        figures = List.copyOf(figures);
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** Whether any limit is missed. */
    public boolean missed() {
        return figures.stream().anyMatch(Figure::missed);
    }

    /**
     * Statements of ours that differ in literals and numbers only.
     *
     * @param run the run that they belong to
     * @param where in relation to a migration's transaction
     * @param count how many were executed
     * @param perMigration the same for each migration
     * @param text the statement, with {@code ?} for literals and {@code #} for numbers
     */
    public record Counted(String run, String where, long count, double perMigration, String text) {}
}
