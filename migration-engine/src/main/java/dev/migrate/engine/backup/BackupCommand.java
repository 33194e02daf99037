package dev.migrate.engine.backup;

import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code backup} and {@code restore}: tables to files and back, with a list of what is kept. */
public final class BackupCommand {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int SHOWN = 10;

    private final Settings settings;
    private final Path directory;
    private final Events events;

    /** Commands on a project's backups. */
    public BackupCommand(Settings settings, ProjectFiles project, Events events) {
        this.settings = settings;
        this.directory = new BackupFiles(settings, project).directory();
        this.events = events;
    }

    /** The backups that are kept; needs no database. */
    public BackupListResult list() {
        return new BackupListResult(directory, Backups.list(directory));
    }

    /**
     * Backs up the named tables, or all of the schemas.
     *
     * @throws UserFailure if there is nothing to back up, or it cannot be read or written
     */
    public BackupResult backup(Target target) {
        String name = settings.text(Setting.BACKUP).orElseGet(() -> "backup-" + STAMP.format(Instant.now()));
        try (Session session = session(target)) {
            List<ObjectName> tables = tables(session);
            events.accept(new Event.Stage("backup", Words.count(tables.size(), "table") + " of " + target));
            return new BackupResult(Backups.take(
                    session.connection(), new Backups.Order(directory, name, tables, Pace.unlimited()), events));
        }
    }

    /**
     * Restores the named tables of a backup, or all of them, into empty ones.
     *
     * @throws UserFailure if the backup is not named or damaged, or a table cannot take the rows; tables restored before
     *     that stay restored
     */
    public RestoreResult restore(Target target) {
        Path folder = folder(settings.text(Setting.BACKUP).orElseThrow(this::unnamed));
        Manifest manifest = Manifest.read(folder);
        FileCheck.check(folder, manifest);
        List<Restore.Move> moves = moves(manifest);
        events.accept(new Event.Stage(
                "restore", Words.count(moves.size(), "table") + " of " + folder.getFileName() + " to " + target));
        try (Session session = session(target)) {
            return new RestoreResult(folder, Restore.all(session.connection(), folder, manifest, moves, events));
        }
    }

    private List<Restore.Move> moves(Manifest manifest) {
        List<ObjectName> named =
                settings.list(Setting.TABLES).stream().map(BackupCommand::name).toList();
        List<ObjectName> tables = named.isEmpty()
                ? manifest.tables().stream().map(Manifest.Table::objectName).toList()
                : named;
        Optional<String> into = settings.text(Setting.INTO);
        if (into.isPresent() && tables.size() != 1) {
            throw new UserFailure(
                    Setting.INTO.property() + " names one table, and " + tables.size() + " are to be restored",
                    "fix:    name the one table with -D" + Setting.TABLES.property());
        }
        return tables.stream()
                .map(table ->
                        new Restore.Move(table, into.map(BackupCommand::name).orElse(table)))
                .toList();
    }

    /** A name in the folder of backups, or a path of its own. */
    private Path folder(String named) {
        Path path = directory.resolve(named);
        if (!Files.isDirectory(path)) {
            throw new UserFailure("there is no backup " + named, known());
        }
        return path;
    }

    private UserFailure unnamed() {
        return new UserFailure(
                Setting.BACKUP.property() + " is not set, so nobody knows what to restore",
                "needed: the name of a backup in " + directory + ", or the path of its folder",
                known());
    }

    private String known() {
        List<String> names = Backups.list(directory).stream()
                .map(backup -> String.valueOf(backup.folder().getFileName()))
                .toList();
        if (names.isEmpty()) {
            return "found:  no backup in " + directory;
        }
        return "found:  " + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " older ones" : "");
    }

    private List<ObjectName> tables(Session session) {
        List<String> named = settings.list(Setting.TABLES);
        if (!named.isEmpty()) {
            return named.stream().map(BackupCommand::name).toList();
        }
        List<String> schemas = settings.list(Setting.SCHEMAS);
        List<ObjectName> tables = new ArrayList<>();
        for (String schema : schemas.isEmpty() ? List.of(session.schema()) : schemas) {
            tables.addAll(Backups.tablesOf(session.connection(), schema));
        }
        return tables;
    }

    /** {@code table} or {@code schema.table}, as PostgreSQL stores the names. */
    private static ObjectName name(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? ObjectName.of(text) : ObjectName.of(text.substring(0, dot), text.substring(dot + 1));
    }

    private Session session(Target target) {
        Optional<String> first = settings.list(Setting.SCHEMAS).stream().findFirst();
        return Session.open(target, "backup", Session.Role.WORK, first, settings.duration(Setting.LOCK_TIMEOUT));
    }
}
