package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import java.util.List;
import java.util.Optional;

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
