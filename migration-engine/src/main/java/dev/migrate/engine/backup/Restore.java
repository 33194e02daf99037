package dev.migrate.engine.backup;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.backup.Manifest.Column;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Loads a table's rows back into an empty table and compares them with the manifest before it commits. It never loads
 * into a table that has rows: a restore over live data would lose what was written since.
 */
public final class Restore {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private Restore() {}

    /**
     * Restores one table.
     *
     * @param backup the backup's folder
     * @param table the table, as it was named when it was backed up
     * @param into where the rows go; created by the caller, empty, with the same columns
     * @return the number of rows
     * @throws UserFailure if the backup is damaged or holds no such table, or the target is not there, not empty or of
     *     other columns; nothing is changed then
     */
    public static long table(Connection connection, Path backup, ObjectName table, ObjectName into, Events events) {
        Manifest manifest = Manifest.read(backup);
        FileCheck.check(backup, manifest);
        return one(connection, backup, manifest, new Move(table, into), events);
    }

    /** A table of a backup, and where its rows go. */
    record Move(ObjectName table, ObjectName into) {}

    /** A table that has its rows again. */
    record Restored(ObjectName into, long rows) {}

    /**
     * Restores several tables of a checked backup, each in a transaction of its own; one whose foreign key wants the
     * rows of another comes after it.
     */
    static List<Restored> all(Connection connection, Path backup, Manifest manifest, List<Move> moves, Events events) {
        List<Restored> done = new ArrayList<>();
        List<Move> left = new ArrayList<>(moves);
        while (!left.isEmpty()) {
            List<Move> later = new ArrayList<>();
            UserFailure wantsOthers = null;
            for (Move move : left) {
                try {
                    done.add(new Restored(move.into(), one(connection, backup, manifest, move, events)));
                } catch (UserFailure refused) {
                    if (!missesOtherRows(refused)) {
                        throw refused;
                    }
                    wantsOthers = refused;
                    later.add(move);
                }
            }
            if (wantsOthers != null && later.size() == left.size()) {
                throw wantsOthers;
            }
            left = later;
        }
        return done;
    }

    private static boolean missesOtherRows(UserFailure refused) {
        return refused.getCause() instanceof SQLException cause && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState());
    }

    private static long one(Connection connection, Path backup, Manifest manifest, Move move, Events events) {
        ObjectName into = move.into();
        Manifest.Table saved = savedTable(backup, manifest, move.table());
        try {
            ObjectName target = Content.find(connection, into)
                    .orElseThrow(() -> new UserFailure(
                            "there is no table " + into + " to restore into",
                            "fix:    create it with the columns of the backup: " + describe(saved.columns())));
            Backups.execute(connection, "BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0");
            boolean committed = false;
            try {
                load(connection, backup, saved, target);
                Backups.execute(connection, "COMMIT");
                committed = true;
            } finally {
                if (!committed) {
                    Backups.execute(connection, "ROLLBACK");
                }
            }
            events.accept(
                    new Event.Note("restored " + target + ", " + saved.rows() + " rows, compared with the backup"));
            return saved.rows();
        } catch (SQLException refused) {
            throw refused(refused, into);
        } catch (IOException unreadable) {
            throw new UserFailure(
                    unreadable, "the backup " + backup + " cannot be read", "found:  " + unreadable.getMessage());
        }
    }

    private static void load(Connection connection, Path backup, Manifest.Table saved, ObjectName target)
            throws SQLException, IOException {
        Content.pin(connection);
        // Writers wait until the rows are compared; whoever reads sees an empty table until then.
        Backups.execute(connection, "LOCK TABLE " + target.sql() + " IN SHARE ROW EXCLUSIVE MODE");
        refuseRows(connection, target);
        refuseOtherColumns(connection, saved, target);
        List<String> triggers = enabledTriggers(connection, target);
        for (String trigger : triggers) {
            Backups.execute(
                    connection, "ALTER TABLE " + target.sql() + " DISABLE TRIGGER " + Identifiers.quote(trigger));
        }
        String copy = "COPY " + target.sql() + " (" + Content.names(saved.columns()) + ") FROM STDIN";
        try (InputStream rows = Files.newInputStream(backup.resolve(saved.file()))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
        }
        for (String trigger : triggers) {
            Backups.execute(
                    connection, "ALTER TABLE " + target.sql() + " ENABLE TRIGGER " + Identifiers.quote(trigger));
        }
        refuseOtherContent(connection, saved, target);
        restoreSequences(connection, saved, target);
    }

    private static Manifest.Table savedTable(Path backup, Manifest manifest, ObjectName table) {
        List<Manifest.Table> matching = manifest.tables().stream()
                .filter(saved -> saved.name().equals(table.name())
                        && table.schema().map(saved.schema()::equals).orElse(true))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        List<String> names = manifest.tables().stream()
                .map(saved -> saved.objectName().toString())
                .toList();
        throw new UserFailure(
                "the backup " + backup + " holds " + (matching.isEmpty() ? "no table " : "several tables ") + table,
                "found:  " + String.join(", ", names.subList(0, Math.min(10, names.size())))
                        + (names.size() > 10 ? " and " + (names.size() - 10) + " others" : ""));
    }

    private static void refuseRows(Connection connection, ObjectName target) throws SQLException {
        if (Content.one(connection, "SELECT EXISTS (SELECT FROM " + target.sql() + ")", row -> row.getBoolean(1))) {
            throw new UserFailure(
                    "the table " + target + " is not empty",
                    "effect: a restore into it would double rows, or lose what was written since the backup",
                    "fix:    restore into a new, empty table, and compare there");
        }
    }

    private static void refuseOtherColumns(Connection connection, Manifest.Table saved, ObjectName target)
            throws SQLException {
        List<Column> now = Content.columns(connection, target);
        if (!new java.util.HashSet<>(now).equals(new java.util.HashSet<>(saved.columns()))) {
            List<Column> missing = new ArrayList<>(saved.columns());
            missing.removeAll(now);
            List<Column> added = new ArrayList<>(now);
            added.removeAll(saved.columns());
            throw new UserFailure(
                    "the columns of " + target + " are not those of the backup",
                    "needed: " + describe(missing),
                    "found:  " + describe(added),
                    "fix:    restore into a table with the backup's columns, and move the rows from there");
        }
    }

    private static String describe(List<Column> columns) {
        return columns.isEmpty()
                ? "nothing else"
                : String.join(
                        ", ",
                        columns.stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList());
    }

    private static List<String> enabledTriggers(Connection connection, ObjectName target) throws SQLException {
        return Content.all(
                connection,
                "SELECT tgname FROM pg_catalog.pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid = "
                        + Content.regclass(target),
                row -> row.getString(1));
    }

    private static void refuseOtherContent(Connection connection, Manifest.Table saved, ObjectName target)
            throws SQLException {
        Content.Sum sum = Content.sum(connection, target, saved.columns());
        if (sum.rows() != saved.rows() || !sum.content().equals(saved.contentSum())) {
            throw new UserFailure(
                    "the rows restored into " + target + " are not those of the backup",
                    "needed: " + saved.rows() + " rows with content sum " + saved.contentSum(),
                    "found:  " + sum.rows() + " rows with content sum " + sum.content(),
                    "note:   the table was left as it was");
        }
    }

    private static void restoreSequences(Connection connection, Manifest.Table saved, ObjectName target)
            throws SQLException {
        for (Manifest.Sequence sequence : saved.sequences()) {
            Optional<String> name = Content.sequenceOf(connection, target, sequence.column());
            if (name.isPresent() && sequence.isCalled()) {
                Content.one(
                        connection,
                        "SELECT pg_catalog.setval(" + Identifiers.literal(name.get()) + ", greatest(last_value, "
                                + sequence.lastValue() + ")) FROM " + name.get(),
                        row -> row.getLong(1));
            }
        }
    }

    private static RuntimeException refused(SQLException refused, ObjectName into) {
        String message =
                String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        String state = String.valueOf(refused.getSQLState());
        if (state.startsWith("23") || state.startsWith("22") || state.equals("42501") || state.equals("55P03")) {
            return new UserFailure(
                    refused,
                    "the rows cannot be restored into " + into,
                    "found:  " + message,
                    "note:   the table was left as it was");
        }
        return new ToolFailure(refused, "the restore into " + into + " failed: " + message);
    }
}
