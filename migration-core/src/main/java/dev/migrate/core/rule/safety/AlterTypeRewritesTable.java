package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags a change of type that writes, scans or indexes the table anew. Silent for changes that only touch the catalog,
 * and for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, Notes</a>
 */
final class AlterTypeRewritesTable extends SafetyRule<AlterColumnType> {
    AlterTypeRewritesTable() {
        super(Hazard.ALTER_TYPE_REWRITES_TABLE, AlterColumnType.class);
    }

    @Override
    Optional<Draft> check(AlterColumnType alter, OperationContext context) {
        Effect effect = context.effect();
        if (context.createdHere(alter.table()) || !(effect.rewrites() || effect.scans() || effect.buildsIndex())) {
            return Optional.empty();
        }
        String column = alter.table() + "." + alter.column();
        String replacement = alter.column() + "_new";
        return Optional.of(context.draftByEffect(
                        hazard(),
                        alter.table(),
                        "changing " + column + from(alter, context) + " to " + alter.type() + " " + verb(effect) + " "
                                + alter.table())
                .effect("reads and writes of " + alter.table()
                        + " wait behind its ACCESS EXCLUSIVE lock until that ends")
                .fix(Replacement.of(
                        alter.table(),
                        alter.column(),
                        replacement,
                        alter.type(),
                        alter.using().orElse(Fix.SQL.quote(alter.column()) + "::" + alter.type()))));
    }

    private static String from(AlterColumnType alter, OperationContext context) {
        return Replacement.knownType(context, alter.table(), alter.column())
                .map(type -> " from " + type)
                .orElse("");
    }

    private static String verb(Effect effect) {
        if (effect.rewrites()) {
            return "rewrites";
        }
        return effect.buildsIndex() ? "rebuilds indexes of" : "scans";
    }
}
