package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.recipe.RetireColumn;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns that a contract hides before they are dropped. Hidden means renamed, without default and constraints: nobody
 * who names the column finds it, rows can be written without it, and what it held is there for the way back. Each method
 * reads the catalog and gives statements; whoever runs them does so in one transaction.
 */
public final class Tombstones {
    private static final int LONGEST_NAME = 63;

    private Tombstones() {}

    /**
     * The statements that hide a column and remember how it was.
     *
     * @throws UserFailure if there is no such column, or a view, function, trigger, policy, generated column, foreign key
     *     or the primary key needs it; they are named
     */
    public static List<String> hide(Connection connection, ReleaseScope scope, String contract, RetireColumn recipe) {
        try {
            ReleaseTables.prepare(connection, scope);
            Optional<HiddenColumn> before = of(
                            connection,
                            scope,
                            "name = " + Identifiers.literal(contract) + " AND table_name = "
                                    + Identifiers.literal(recipe.table()) + " AND column_name = "
                                    + Identifiers.literal(recipe.column()))
                    .stream()
                    .findFirst();
            if (before.isPresent()) {
                return hide(scope, before.get()); // a resumed run asks again, and gets what it did
            }
            ColumnUse use = ColumnUse.find(connection, ObjectName.of(recipe.table()), recipe.column())
                    .orElseThrow(() -> new UserFailure(
                            contract + " cannot hide " + recipe.table() + "." + recipe.column()
                                    + ": there is no such column",
                            "found:  in schema " + scope.schema(),
                            "note:   somebody changed the table without a migration"));
            use.refuseDependents(connection, contract);
            HiddenColumn hidden = new HiddenColumn(
                    contract,
                    use.table(),
                    use.column(),
                    hiddenName(contract, use),
                    use.notNull(),
                    use.columnDefault(),
                    use.constraints());
            return hide(scope, hidden);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static List<String> hide(ReleaseScope scope, HiddenColumn hidden) {
        String alter = "ALTER TABLE " + hidden.table().sql() + " ";
        String column = "ALTER COLUMN " + Identifiers.quote(hidden.column());
        List<String> changes = new ArrayList<>();
        hidden.constraints()
                .forEach(constraint -> changes.add("DROP CONSTRAINT " + Identifiers.quote(constraint.name())));
        if (hidden.columnDefault().isPresent()) {
            changes.add(column + " DROP DEFAULT");
        }
        if (hidden.wasNotNull()) {
            changes.add(column + " DROP NOT NULL");
        }
        List<String> statements = new ArrayList<>();
        if (!changes.isEmpty()) {
            statements.add(alter + String.join(", ", changes));
        }
        statements.add(alter + rename(hidden.column(), hidden.hiddenAs()));
        statements.add("INSERT INTO " + scope.table("tombstone") + " (app, schema, name, table_schema, table_name,"
                + " column_name, hidden_as, was_not_null, column_default, constraint_names, constraint_definitions) VALUES ("
                + scope.values() + ", " + Identifiers.literal(hidden.contract()) + ", "
                + Identifiers.literal(hidden.table().schema().orElse("")) + ", "
                + Identifiers.literal(hidden.table().name()) + ", " + Identifiers.literal(hidden.column()) + ", "
                + Identifiers.literal(hidden.hiddenAs()) + ", " + hidden.wasNotNull() + ", "
                + hidden.columnDefault().map(Identifiers::literal).orElse("NULL") + ", "
                + array(hidden.constraints().stream()
                        .map(HiddenColumn.Constraint::name)
                        .toList())
                + ", "
                + array(hidden.constraints().stream()
                        .map(HiddenColumn.Constraint::definition)
                        .toList())
                + ")");
        return statements;
    }

    /**
     * The statements that bring back what a contract hid, with default and constraints.
     *
     * @throws UserFailure if the column was dropped meanwhile, its name is taken, or rows written since have no value
     *     where NOT NULL was; nothing is changed then
     */
    public static List<String> restore(Connection connection, ReleaseScope scope, String contract) {
        try {
            List<String> statements = new ArrayList<>();
            for (HiddenColumn hidden : of(connection, scope, "name = " + Identifiers.literal(contract))) {
                refuseLost(connection, scope, hidden);
                statements.addAll(restore(scope, hidden));
            }
            return statements;
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static List<String> restore(ReleaseScope scope, HiddenColumn hidden) {
        String alter = "ALTER TABLE " + hidden.table().sql() + " ";
        String column = "ALTER COLUMN " + Identifiers.quote(hidden.column());
        List<String> changes = new ArrayList<>();
        hidden.columnDefault().ifPresent(expression -> changes.add(column + " SET DEFAULT " + expression));
        if (hidden.wasNotNull()) {
            changes.add(column + " SET NOT NULL");
        }
        hidden.constraints()
                .forEach(constraint -> changes.add(
                        "ADD CONSTRAINT " + Identifiers.quote(constraint.name()) + " " + constraint.definition()));
        List<String> statements = new ArrayList<>(List.of(alter + rename(hidden.hiddenAs(), hidden.column())));
        if (!changes.isEmpty()) {
            statements.add(alter + String.join(", ", changes));
        }
        statements.add("DELETE FROM " + scope.table("tombstone") + " WHERE " + hidden.key(scope));
        return statements;
    }

    private static void refuseLost(Connection connection, ReleaseScope scope, HiddenColumn hidden) throws SQLException {
        boolean dropped = Sql.one(
                        connection,
                        "SELECT dropped_at IS NOT NULL FROM " + scope.table("tombstone") + " WHERE "
                                + hidden.key(scope),
                        row -> row.getBoolean(1))
                || ColumnUse.find(connection, hidden.table(), hidden.hiddenAs()).isEmpty();
        if (dropped) {
            throw new UserFailure(
                    hidden.label() + " cannot come back: its tombstone was dropped",
                    "fix:    restore the rows from the backup that was made before " + hidden.contract()
                            + " into a new table, and move them from there");
        }
        if (ColumnUse.find(connection, hidden.table(), hidden.column()).isPresent()) {
            throw new UserFailure(
                    hidden.label() + " cannot come back: another column has that name now",
                    "fix:    undo the migration that added it first");
        }
        if (hidden.wasNotNull()) {
            long without = Sql.one(
                    connection,
                    "SELECT pg_catalog.count(*) FROM " + hidden.table().sql() + " WHERE "
                            + Identifiers.quote(hidden.hiddenAs()) + " IS NULL",
                    row -> row.getLong(1));
            if (without > 0) {
                throw new UserFailure(
                        hidden.label() + " cannot come back as it was: it was NOT NULL",
                        "found:  " + without + (without == 1 ? " row" : " rows") + " written since without it",
                        "fix:    UPDATE " + hidden.table().sql() + " SET " + Identifiers.quote(hidden.hiddenAs())
                                + " = … WHERE " + Identifiers.quote(hidden.hiddenAs())
                                + " IS NULL, and roll back again");
            }
        }
    }

    /**
     * Drops the columns that were hidden long enough ago, each in a transaction of its own with the session's time-out for
     * locks. One that is in use right now is left to the next time.
     *
     * @return the columns that were dropped
     */
    public static List<HiddenColumn> dropDue(Connection connection, ReleaseScope scope, Duration keep) {
        List<HiddenColumn> dropped = new ArrayList<>();
        for (HiddenColumn hidden : due(connection, scope, keep)) {
            try {
                Sql.execute(connection, "BEGIN;\n" + String.join(";\n", drop(scope, hidden)) + ";\nCOMMIT");
                dropped.add(hidden);
            } catch (SQLException failed) {
                rollback(connection);
                if (!"55P03".equals(failed.getSQLState())) {
                    throw failure(failed);
                }
            }
        }
        return dropped;
    }

    private static void rollback(Connection connection) {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException lost) {
            throw failure(lost);
        }
    }

    /** The columns that were hidden at least so long ago and are not dropped. */
    public static List<HiddenColumn> due(Connection connection, ReleaseScope scope, Duration keep) {
        try {
            return of(
                    connection,
                    scope,
                    "dropped_at IS NULL AND hidden_at <= pg_catalog.now() - interval '" + keep.toMillis()
                            + " milliseconds'");
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** The statements that drop a hidden column for good; a column that is gone already is no error. */
    public static List<String> drop(ReleaseScope scope, HiddenColumn hidden) {
        return List.of(
                "ALTER TABLE IF EXISTS " + hidden.table().sql() + " DROP COLUMN IF EXISTS "
                        + Identifiers.quote(hidden.hiddenAs()),
                "UPDATE " + scope.table("tombstone") + " SET dropped_at = pg_catalog.now() WHERE " + hidden.key(scope));
    }

    private static List<HiddenColumn> of(Connection connection, ReleaseScope scope, String condition)
            throws SQLException {
        if (!ReleaseTables.exist(connection, scope)) {
            return List.of();
        }
        return Sql.all(
                connection,
                "SELECT name, table_schema, table_name, column_name, hidden_as, was_not_null, column_default,"
                        + " constraint_names, constraint_definitions FROM " + scope.table("tombstone") + " WHERE "
                        + scope.matches() + " AND " + condition + " ORDER BY hidden_at, table_name, column_name",
                Tombstones::hiddenColumn);
    }

    private static HiddenColumn hiddenColumn(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(8).getArray();
        String[] definitions = (String[]) row.getArray(9).getArray();
        List<HiddenColumn.Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            constraints.add(new HiddenColumn.Constraint(names[i], definitions[i]));
        }
        return new HiddenColumn(
                row.getString(1),
                ObjectName.of(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                Optional.ofNullable(row.getString(7)),
                constraints);
    }

    private static String rename(String from, String to) {
        return "RENAME COLUMN " + Identifiers.quote(from) + " TO " + Identifiers.quote(to);
    }

    private static String array(List<String> texts) {
        return texts.stream().map(Identifiers::literal).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    /** A name that nobody writes by accident, the same for each try, and short enough for the server. */
    private static String hiddenName(String contract, ColumnUse use) {
        String hash =
                sha256(contract + "\n" + use.table() + "\n" + use.column()).substring(0, 8);
        String full = "migrate_gone_" + hash + "_" + use.column();
        String name = full;
        while (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static ToolFailure failure(SQLException failed) {
        return new ToolFailure(failed, "the tombstones cannot be read: " + failed.getMessage());
    }
}
