package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SqlNames;
import java.util.Optional;

/**
 * Whether an acceptance is for an object. It names it as the finding does, or as a statement at that point could: folded
 * unless quoted, with the default schema or without, found on the search path.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers and
 *     Key Words</a>
 */
final class AcceptedName {
    private AcceptedName() {}

    /** Whether they are one, where the schema is the one before the statement. */
    static boolean means(Acceptance acceptance, String object, Schema before) {
        String on = acceptance.on();
        if (on.equals(object)) {
            return true;
        }
        // For a statement that cannot be read it is the name of the migration, which is not one of SQL.
        if (acceptance.hazard() == Hazard.UNREAD_STATEMENT) {
            return false;
        }
        return SqlNames.written(on)
                .filter(name -> !isTakenAsWritten(on, before))
                .filter(name -> isOne(name, object, before) || isOne(name, object, before.withDefaultPath()))
                .isPresent();
    }

    private static boolean isOne(ObjectName name, String object, Schema schema) {
        return schema.resolve(name).toString().equals(kept(object, schema));
    }

    /** A name that SQL would fold, of a table that was created with quotes: findings name it so. */
    private static boolean isTakenAsWritten(String on, Schema before) {
        int dot = on.indexOf('.');
        ObjectName written = dot < 0 ? ObjectName.of(on) : ObjectName.of(on.substring(0, dot), on.substring(dot + 1));
        return !SqlNames.written(on).equals(Optional.of(written))
                && before.table(written).isPresent();
    }

    private static String kept(String object, Schema schema) {
        String prefix = schema.defaultSchema() + ".";
        return object.startsWith(prefix) ? object.substring(prefix.length()) : object;
    }
}
