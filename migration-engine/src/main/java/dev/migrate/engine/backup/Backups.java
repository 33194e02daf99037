package dev.migrate.engine.backup;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes and lists backups of tables. */
public final class Backups {
    private Backups() {}

    /**
     * What to back up.
     *
     * @param directory where backups are kept; created if it is not there
     * @param name the backup's folder in it
     * @param tables names as the connection's search path finds them
     */
    public record Order(Path directory, String name, List<ObjectName> tables, Pace pace) {
        /** Copies the list. */
        public Order {
            Objects.requireNonNull(directory, "directory");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(pace, "pace");
            tables = tables.stream().distinct().toList();
        }
    }

    /** A backup that is complete. */
    public record Backup(Path folder, Manifest manifest) {
        /** One line for a log. */
        public String summary() {
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            long bytes =
                    manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum();
            return String.format(
                    Locale.ROOT,
                    "%s: %d %s, %,d rows, %,d bytes; %s (checksummed, not restored)",
                    folder.getFileName(),
                    manifest.tables().size(),
                    manifest.tables().size() == 1 ? "table" : "tables",
                    rows,
                    bytes,
                    manifest.level());
        }
    }

    /**
     * Backs tables up in one snapshot, which is closed when this returns: an open one would hold up concurrent index
     * builds. The connection is used for nothing else meanwhile and is in autocommit before and after.
     *
     * @throws UserFailure if a table is not there or may not be read, or the folder cannot be written or is full; then
     *     nothing is left that looks like a backup
     */
    public static Backup take(Connection connection, Order order, Events events) {
        BackupFolder folder = null;
        boolean done = false;
        try {
            folder = BackupFolder.create(order.directory(), order.name());
            Manifest manifest = inOneSnapshot(connection, order, folder, events);
            folder.complete(manifest);
            done = true;
            return new Backup(folder.complete(), manifest);
        } catch (IOException refused) {
            throw unwritable(refused, order.directory());
        } catch (SQLException refused) {
            throw unreadable(refused);
        } finally {
            if (folder != null && !done) {
                folder.discard();
            }
        }
    }

    private static Manifest inOneSnapshot(Connection connection, Order order, BackupFolder folder, Events events)
            throws SQLException, IOException {
        List<ObjectName> tables = found(connection, order.tables());
        refuseFullDisk(connection, tables, folder);
        // One request: a session of a run is ended soon after it goes idle in a transaction, and waits briefly for
        // locks.
        execute(
                connection,
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
                        + " SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '10s'");
        try {
            Content.pin(connection);
            List<Manifest.Table> saved = new ArrayList<>();
            Manifest head = head(connection);
            for (ObjectName table : tables) {
                String file = String.format(Locale.ROOT, "%04d.copy", saved.size() + 1);
                Manifest.Table one = TableWriter.write(connection, table, folder, file, order.pace());
                events.accept(new Event.Note("backed up " + table + ", " + one.rows() + " rows"));
                saved.add(one);
            }
            return new Manifest(
                    head.form(),
                    head.level(),
                    head.createdAt(),
                    head.database(),
                    head.systemIdentifier(),
                    head.serverVersion(),
                    head.snapshot(),
                    head.position(),
                    saved);
        } finally {
            execute(connection, "ROLLBACK");
        }
    }

    private static Manifest head(Connection connection) throws SQLException {
        String query = """
                SELECT to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.USOF'), current_database(),
                  CASE WHEN has_function_privilege('pg_control_system()', 'execute')
                    THEN (SELECT system_identifier::text FROM pg_control_system()) ELSE '' END,
                  current_setting('server_version'), pg_export_snapshot(),
                  CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END::text""";
        return Content.one(
                connection,
                query,
                row -> new Manifest(
                        Manifest.FORM,
                        Manifest.LEVEL,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        List.of()));
    }

    private static List<ObjectName> found(Connection connection, List<ObjectName> names) throws SQLException {
        if (names.isEmpty()) {
            throw new UserFailure("there is no table to back up");
        }
        List<ObjectName> found = new ArrayList<>();
        for (ObjectName name : names) {
            found.add(Content.find(connection, name)
                    .orElseThrow(() -> new UserFailure(
                            "there is no table " + name + " to back up",
                            "note:   views and foreign tables hold no rows of their own")));
        }
        return found.stream().distinct().toList();
    }

    private static void refuseFullDisk(Connection connection, List<ObjectName> tables, BackupFolder folder)
            throws SQLException, IOException {
        long needed = Content.one(
                connection,
                "SELECT coalesce(sum(pg_catalog.pg_table_size(t.relid)), 0)::bigint FROM (SELECT DISTINCT p.relid FROM unnest("
                        + tables.stream().map(Content::regclass).collect(Collectors.joining(", ", "ARRAY[", "]::oid[]"))
                        + ") AS root, LATERAL (SELECT root AS relid UNION SELECT relid FROM"
                        + " pg_catalog.pg_partition_tree(root::pg_catalog.regclass)) AS p) AS t",
                row -> row.getLong(1));
        long free = folder.freeBytes();
        if (free < needed) {
            throw new UserFailure(
                    String.format(Locale.ROOT, "the backup needs about %,d bytes and there is no room for it", needed),
                    String.format(
                            Locale.ROOT,
                            "found:  %,d bytes free in %s",
                            free,
                            folder.complete().getParent()),
                    "fix:    free some, or name a folder elsewhere with -Dmigrate.backupDirectory");
        }
    }

    /**
     * Every table of a schema, with partitions as part of their parent.
     *
     * @throws ToolFailure if the catalog cannot be read
     */
    public static List<ObjectName> tablesOf(Connection connection, String schema) {
        try {
            return Content.all(
                    connection,
                    "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                            + " WHERE n.nspname = " + Identifiers.literal(schema)
                            + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname",
                    row -> ObjectName.of(schema, row.getString(1)));
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    /**
     * The complete backups of a folder, newest first.
     *
     * @throws UserFailure if the folder or a manifest cannot be read
     */
    public static List<Backup> list(Path directory) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(Manifest.FILE)))
                    .filter(folder -> !folder.toString().endsWith(BackupFolder.PARTIAL))
                    .map(folder -> new Backup(folder, Manifest.read(folder)))
                    .sorted(Comparator.comparing(
                                    (Backup backup) -> backup.manifest().createdAt())
                            .reversed())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException refused) {
            throw new UserFailure(
                    refused, "the backups in " + directory + " cannot be read", "found:  " + refused.getMessage());
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UserFailure unwritable(IOException refused, Path directory) {
        String reason = refused instanceof java.nio.file.FileSystemException file && file.getReason() == null
                ? file.getClass().getSimpleName() + ": " + file.getFile()
                : String.valueOf(refused.getMessage());
        return new UserFailure(
                refused,
                "the backup cannot be written to " + directory,
                "found:  " + reason,
                "fix:    make room there or make it writable, or name another folder with -Dmigrate.backupDirectory",
                "note:   nothing was changed in the database, and no half backup is left");
    }

    private static RuntimeException unreadable(SQLException refused) {
        String message =
                String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        if ("42501".equals(refused.getSQLState())) {
            return new UserFailure(
                    refused,
                    "the role may not read what is to be backed up",
                    "found:  " + message,
                    "fix:    GRANT SELECT on it, and let the role bypass row level security where a policy hides rows");
        }
        return new ToolFailure(refused, "the backup failed: " + message);
    }
}
