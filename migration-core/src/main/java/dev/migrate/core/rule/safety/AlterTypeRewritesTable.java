package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.StatementText;
import java.util.Optional;

/**
 * Flags a change of type that writes, scans or indexes the table anew. Silent for changes that only touch the catalog,
 * and for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, Notes</a>
 */
final class AlterTypeRewritesTable extends BlockingRule<AlterColumnType> {
    AlterTypeRewritesTable() {
        super(Hazard.ALTER_TYPE_REWRITES_TABLE, AlterColumnType.class);
    }

    @Override
    Optional<Draft> check(AlterColumnType alter, OperationContext context) {
        Optional<String> key = ForeignKeyTypes.broken(alter, context.before());
        if (key.isPresent()) {
            return Optional.of(impossible(alter, key.get(), context));
        }
        Effect effect = context.effect();
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
                        context,
                        alter.table(),
                        alter.column(),
                        replacement,
                        alter.type(),
                        alter.using().orElse(StatementText.quoted(alter.column()) + "::" + alter.type()))));
    }

    private Draft impossible(AlterColumnType alter, String key, OperationContext context) {
        return context.draft(
                        hazard(),
                        alter.table(),
                        "changing " + alter.table() + "." + alter.column() + " to " + alter.type()
                                + " fails: foreign key " + key + " cannot be kept")
                .effect("PostgreSQL stops with 42804: the two columns of the key have types that cannot be compared")
                .fix("give both columns the new type, each by a new column that takes the place of the old one")
                .category(Category.CAN_FAIL);
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
