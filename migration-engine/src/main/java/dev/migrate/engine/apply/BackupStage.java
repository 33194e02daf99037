package dev.migrate.engine.apply;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.engine.Setting;
import dev.migrate.engine.backup.BackupFiles;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.backup.Pace;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.output.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the rows of the tables at risk before the first statement runs; its snapshot is closed by then. */
final class BackupStage {
    private final Workplace.Tools tools;
    private final Workplace place;

    BackupStage(Workplace.Tools tools, Workplace place) {
        this.tools = tools;
        this.place = place;
    }

    /** Backs up what has to be, and says so; empty if nothing has to be. */
    Optional<Backups.Backup> run(Agenda agenda) {
        if (agenda.todo().stream().allMatch(MigrationPlan::direct)) {
            return none("not needed, the schema was empty");
        }
        AtRisk risk = AtRisk.of(
                tools.graph(),
                agenda.todo(),
                place.planner().schema(place.ledger().recorded()),
                place.session().majorVersion());
        Optional<Backups.Backup> backup = keep(risk.tables(), "not needed, no table is narrowed or accepted as risky");
        if (tools.settings().flag(Setting.BACKUP_BEFORE)) {
            warnOfUnread(risk.unread());
        }
        return backup;
    }

    /**
     * Backs up those of the tables that are there, and says so.
     *
     * @param nothing what is said if none is
     */
    Optional<Backups.Backup> keep(Collection<ObjectName> tables, String nothing) {
        List<ObjectName> there = existing(tables);
        if (!tools.settings().flag(Setting.BACKUP_BEFORE)) {
            return none("skipped, " + Setting.BACKUP_BEFORE.property() + " is false");
        }
        return there.isEmpty() ? none(nothing) : Optional.of(take(there));
    }

    private Optional<Backups.Backup> none(String why) {
        tools.events().accept(new Event.Stage("backup", why));
        return Optional.empty();
    }

    private Backups.Backup take(List<ObjectName> tables) {
        String name = BackupFiles.name(
                "before-" + tools.runId(),
                place.history().scope().app(),
                place.session().schema());
        BackupFiles files = new BackupFiles(tools.settings(), tools.files());
        tools.events().accept(new Event.Stage("backup", Words.count(tables.size(), "table") + " at risk"));
        Backups.Backup backup = Backups.take(
                place.session().connection(),
                new Backups.Order(files.directory(), name, tables, Pace.unlimited()),
                tools.events());
        tools.events().accept(new Event.Note(backup.summary()));
        return backup;
    }

    private void warnOfUnread(Collection<String> unread) {
        for (String migration : unread) {
            tools.events()
                    .accept(new Event.Warning(
                            migration + " runs SQL that is not read here: what it changes is not backed up"));
        }
    }

    /** Those that are there: pending migrations may create others themselves. */
    private List<ObjectName> existing(Collection<ObjectName> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        Session session = place.session();
        return session.query(
                "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p') AND c.oid IN ("
                        + tables.stream()
                                .map(table -> "pg_catalog.to_regclass(" + Identifiers.literal(table.sql()) + ")")
                                .collect(Collectors.joining(", "))
                        + ") ORDER BY 1, 2",
                row -> ObjectName.of(row.getString(1), row.getString(2)));
    }
}
