package dev.migrate.engine.history;

import dev.migrate.core.plan.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the history says about one app and schema, read at one moment.
 *
 * @param exists whether the tables are there
 * @param environment as kept at the first apply; empty if the tables are not there
 * @param rows in the order in which they were begun
 * @param direct the migrations that an unfinished run decided to run directly
 * @param schemaIsEmpty whether the schema holds no object of a user
 * @param othersInSchema whether the history knows other apps in the schema
 * @param known whether a run on this app and schema is recorded
 */
public record Ledger(
        boolean exists,
        Optional<String> environment,
        List<HistoryRow> rows,
        Set<String> direct,
        boolean schemaIsEmpty,
        boolean othersInSchema,
        boolean known) {
    /** Copies the collections. */
    public Ledger {
        rows = List.copyOf(rows);
        direct = Set.copyOf(direct);
    }

    /** The rows as planning sees them. */
    public List<Recorded> recorded() {
        return rows.stream().map(HistoryRow::recorded).toList();
    }

    /** The row of a migration. */
    public Optional<HistoryRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
