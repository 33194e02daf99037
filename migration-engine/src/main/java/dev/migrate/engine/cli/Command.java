package dev.migrate.engine.cli;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import java.util.Locale;
import java.util.function.Function;

/** The commands: the goals of the Maven plugin, by the same names. */
enum Command {
    CHECK(
            "Judges the compiled migrations, and proves them on a scratch PostgreSQL; or judges SQL files",
            Migrate::check),
    PLAN("Shows what apply would do: statements, transactions, locks, and the way back", Migrate::plan),
    APPLY("Applies the pending migrations: check, backup, validate, apply, verify", Migrate::apply),
    STATUS("Shows what is applied, pending, half done and waiting, and for what", Migrate::status),
    VALIDATE("Tells whether the migrations can be applied to this database now", Migrate::validate),
    VERIFY("Runs the checks that applied migrations declare on the data", Migrate::verify),
    RELEASE("Records that a release is deployed or retired: what opens the gates of contracts", Migrate::release),
    BASELINE("Adopts a database that was there before", Migrate::baseline),
    BACKUP(
            "Backs up tables in one snapshot, with checksums, row counts and content sums; or lists backups",
            Migrate::backup),
    EXPLAIN("Shows the page of a rule, or lists all rules; needs neither a project nor a database", Migrate::explain),
    RESTORE("Restores tables of a backup into empty ones, and compares them with it", Migrate::restore),
    ROLLBACK("Undoes migrations by their inverse steps, the last first; never restores a backup", Migrate::rollback);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Method references: they hold nothing that could change.
    private final Function<Migrate, Result> call;

    Command(String description, Function<Migrate, Result> call) {
        this.description = description;
        this.call = call;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** Whether its result is findings, which have more forms than others. */
    boolean givesFindings() {
        return this == CHECK;
    }

    Result run(Migrate migrate) {
        return call.apply(migrate);
    }
}
