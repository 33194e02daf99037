package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags TRUNCATE. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-truncate.html">TRUNCATE</a>
 */
final class TruncateLosesData extends SafetyRule<DataChange> {
    TruncateLosesData() {
        super(Hazard.TRUNCATE_LOSES_DATA, DataChange.class);
    }

    @Override
    Optional<Draft> check(DataChange change, OperationContext context) {
        if (change.verb() != Verb.TRUNCATE) {
            return Optional.empty();
        }
        List<String> others = others(change, context);
        if (context.createdHere(change.table()) && others.isEmpty()) {
            return Optional.empty();
        }
        String table = change.table().toString();
        return Optional.of(context.draft(hazard(), change.table(), "truncating " + table + " loses its rows")
                .effect("all rows of " + table
                        + " are gone at once; reads and writes wait behind an ACCESS EXCLUSIVE lock,"
                        + "\nand no row trigger runs" + cascade(change, others))
                .fix("delete the rows from the application, in batches and with a condition"));
    }

    /** The second harm of the same statement: it gives the table a new file while everybody waits. */
    static List<Finding> andMeanwhile(Finding loss, RunOperation run, Schema before) {
        if (!loss.rule().equals(Hazard.TRUNCATE_LOSES_DATA.ruleName()) || isRefused(run, before)) {
            return List.of();
        }
        return List.of(new Finding(
                        loss.rule(),
                        loss.level(),
                        loss.certainty(),
                        Category.BLOCKS_READS,
                        loss.place(),
                        loss.object(),
                        loss.migration(),
                        "truncating " + loss.object() + " stops its reads and writes until the migration commits",
                        loss.lines())
                .runBy(loss.runBy()));
    }

    /** PostgreSQL stops where another table references the one, unless the same statement empties that too. */
    private static boolean isRefused(RunOperation run, Schema before) {
        DataChange truncate = (DataChange) run.operation();
        Set<ObjectName> emptied = run.step().operations().stream()
                .flatMap(placed -> placed.operation().onTable().stream())
                .collect(Collectors.toSet());
        return !truncate.cascade()
                && before.referencing(truncate.table()).stream().anyMatch(table -> !emptied.contains(table.name()));
    }

    /** The tables that CASCADE is known to empty too, but for those that are as new. */
    private static List<String> others(DataChange change, OperationContext context) {
        if (!change.cascade()) {
            return List.of();
        }
        return context.before().referencingAtAnyDistance(change.table()).stream()
                .filter(table -> !context.createdHere(table))
                .map(ObjectName::toString)
                .toList();
    }

    private static String cascade(DataChange change, List<String> others) {
        if (!change.cascade()) {
            return "";
        }
        return "\nCASCADE empties every table that references it too, and those that reference these"
                + (others.isEmpty() ? "" : ", among them " + Messages.list(others));
    }
}
