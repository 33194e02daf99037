package dev.migrate.engine;

import dev.migrate.engine.apply.Backfills;
import dev.migrate.engine.apply.Commands;
import dev.migrate.engine.apply.Gate;
import dev.migrate.engine.backfill.BackfillJournal;
import dev.migrate.engine.backfill.BackfillRun;
import dev.migrate.engine.backup.BackupCommand;
import dev.migrate.engine.check.CheckCommand;
import dev.migrate.engine.database.Database;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.embedded.PostgresBinaries;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.explain.ExplainCommand;
import dev.migrate.engine.history.History;
import dev.migrate.engine.project.ProjectMigrations;
import dev.migrate.engine.release.EvidenceGate;
import dev.migrate.engine.release.ForcedGate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The commands, one method each. Every method can throw a {@link MigrateException}, whose message is complete. */
public final class Migrate {
    private final Settings settings;
    private final ProjectFiles project;
    private final Events events;
    private final Optional<ProjectMigrations> loaded;
    private final PostgresBinaries binaries;

    /**
     * Commands on a project.
     *
     * @param settings which database, and how
     * @param project the compiled migrations
     * @param events takes what happens while it happens
     */
    public Migrate(Settings settings, ProjectFiles project, Events events) {
        this(settings, project, events, PostgresBinaries.onThisMachine());
    }

    /**
     * Commands on a project, with servers of the tool's own from elsewhere.
     *
     * @param binaries where the binaries of a server come from if they are not unpacked yet
     */
    public Migrate(Settings settings, ProjectFiles project, Events events, PostgresBinaries binaries) {
        this(settings, project, events, binaries, Optional.empty());
    }

    private Migrate(
            Settings settings,
            ProjectFiles project,
            Events events,
            PostgresBinaries binaries,
            Optional<ProjectMigrations> loaded) {
        this.loaded = loaded;
        this.binaries = Objects.requireNonNull(binaries, "binaries");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.project = Objects.requireNonNull(project, "project");
        this.events = Objects.requireNonNull(events, "events");
    }

    /** Applies the pending migrations; contracts whose gate is shut wait. */
    public Result apply() {
        return onDatabase(Commands::apply, new ForcedGate(evidence(), settings, events));
    }

    /**
     * Judges the compiled migrations, and proves them on a scratch PostgreSQL: they apply from empty, and their way back
     * leads back. Changes nothing.
     */
    public Result check() {
        settings.warnings().forEach(warning -> events.accept(new Event.Warning(warning)));
        return new CheckCommand(settings, events, binaries).run(project);
    }

    /** Shows the page of the rule {@link Setting#RULE}, or lists all rules. Needs neither a project nor a database. */
    public Result explain() {
        return new ExplainCommand(settings).run();
    }

    /** Tells whether the migrations can be applied to this database now. Changes nothing. */
    public Result validate() {
        return onDatabase(Commands::validate);
    }

    /** Tells what is applied, pending, half done and waiting, and for what. Changes nothing. */
    public Result status() {
        return onDatabase(Commands::status);
    }

    /** Tells which statements {@link #apply} would run, in which transactions, and the way back. Changes nothing. */
    public Result plan() {
        return onDatabase(Commands::plan);
    }

    /** Undoes the migrations after {@link Setting#TARGET} by their inverse steps, the last first. */
    public Result rollback() {
        return onDatabase(Commands::rollback);
    }

    /** Runs the checks that applied migrations declare on the data. Changes nothing. */
    public Result verify() {
        return onDatabase(Commands::verify);
    }

    /** Records that the release {@link Setting#RELEASE} is deployed or retired: what opens the gates of contracts. */
    public Result release() {
        return onDatabase(Commands::release);
    }

    /** Adopts a database that was there before, with the history of Flyway or Liquibase if it has one. */
    public Result baseline() {
        return onDatabase(Commands::baseline);
    }

    /**
     * Backs up the tables {@link Setting#TABLES}, or all of the schemas; with {@link Setting#LIST} it lists the backups
     * instead. Changes nothing in the database.
     */
    public Result backup() {
        BackupCommand command = new BackupCommand(settings, project, events);
        return settings.flag(Setting.LIST) ? command.list() : onServer(command::backup);
    }

    /** Restores tables of the backup {@link Setting#BACKUP} into empty ones. */
    public Result restore() {
        return onServer(new BackupCommand(settings, project, events)::restore);
    }

    /** What needs a database and no migrations. */
    private Result onServer(Function<Target, Result> command) {
        settings.warnings().forEach(warning -> events.accept(new Event.Warning(warning)));
        settings.require(Setting.URL);
        try (Database database = Database.open(settings, project, binaries, events)) {
            return command.apply(database.target());
        }
    }

    private void backfill(Backfills.Task task) {
        History.Scope scope = task.scope();
        BackfillRun.run(new BackfillRun.Order(
                task.session().connection(),
                new BackfillJournal.Key(scope.tables(), scope.app(), scope.schema(), task.migration(), task.unit()),
                task.backfill(),
                settings.duration(Setting.BATCH_TIME),
                task.events()));
    }

    /**
     * The same commands on migrations that are loaded already: whoever runs many commands on one project spares loading it
     * each time.
     *
     * @param migrations stay open; their owner closes them after the last command
     */
    public Migrate onLoaded(ProjectMigrations migrations) {
        return new Migrate(settings, project, events, binaries, Optional.of(migrations));
    }

    /** Loads the project, whose classes stay open until the command ends: row functions are among them. */
    private Result onDatabase(Function<Commands, Result> command) {
        return onDatabase(command, evidence());
    }

    private Result onDatabase(Function<Commands, Result> command, Gate gate) {
        settings.warnings().forEach(warning -> events.accept(new Event.Warning(warning)));
        settings.require(Setting.URL);
        if (loaded.isPresent()) {
            return onDatabase(command, gate, loaded.get());
        }
        try (ProjectMigrations migrations = ProjectMigrations.load(project)) {
            return onDatabase(command, gate, migrations);
        }
    }

    private Result onDatabase(Function<Commands, Result> command, Gate gate, ProjectMigrations migrations) {
        try (Database database = Database.open(settings, project, binaries, events)) {
            return command.apply(
                    new Commands(settings, project, migrations, database.target(), events, this::backfill, gate));
        }
    }

    private Gate evidence() {
        return new EvidenceGate(settings.text(Setting.RELEASE));
    }
}
