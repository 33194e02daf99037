package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that change a database have besides. */
@SuppressWarnings("UnusedVariable") // PomParameters reads the parameters by reflection.
abstract class AbstractChangingMojo extends AbstractMigrateMojo {
    /** Migration to stop at: the last to apply, or the last to keep on rollback ({@code zero} keeps none). */
    @Parameter(property = "migrate.target")
    private @Nullable String target;

    /** How long the first try of a step waits for a lock, such as {@code 50ms}. */
    @Parameter(property = "migrate.lockTimeout")
    private @Nullable String lockTimeout;

    /** How long a later try waits for a lock at most, such as {@code 200ms}. */
    @Parameter(property = "migrate.lockTimeoutMax")
    private @Nullable String lockTimeoutMax;

    /** How long to wait for another run on the same app and schema, such as {@code 60s}. */
    @Parameter(property = "migrate.lockWait")
    private @Nullable String lockWait;

    /** How many times a step tries to get its locks. */
    @Parameter(property = "migrate.tries")
    private @Nullable String tries;

    /** Pause between two tries, varied at random by half, such as {@code 300ms}. */
    @Parameter(property = "migrate.retryPause")
    private @Nullable String retryPause;

    /** How long a concurrent index build may wait for transactions older than itself, such as {@code 10m}. */
    @Parameter(property = "migrate.concurrentWait")
    private @Nullable String concurrentWait;

    /** How long one batch of a backfill is meant to take, such as {@code 200ms}. */
    @Parameter(property = "migrate.batchTime")
    private @Nullable String batchTime;

    /** {@code fail} makes apply fail when a contract has to wait; {@code report} tells it. */
    @Parameter(property = "migrate.waiting")
    private @Nullable String waiting;

    /** Name of the release: the one to record, or the one that this run applies. */
    @Parameter(property = "migrate.release")
    private @Nullable String release;

    /** {@code deployed} or {@code retired}: what migrate:release records. */
    @Parameter(property = "migrate.state")
    private @Nullable String state;

    /** Last migration, by name or number, that an adopted database has already. */
    @Parameter(property = "migrate.baselineVersion")
    private @Nullable String baselineVersion;

    /** Contracts, by name, to run although evidence is missing; needs {@code migrate.because}. */
    @Parameter(property = "migrate.forceGate")
    private @Nullable String forceGate;

    /** Why a gate is forced; it is recorded. */
    @Parameter(property = "migrate.because")
    private @Nullable String because;

    /** How long a retired column is kept hidden before apply drops it, such as {@code 168h}. */
    @Parameter(property = "migrate.tombstoneKeep")
    private @Nullable String tombstoneKeep;

    /** {@code true} runs migrations that need a window without traffic. */
    @Parameter(property = "migrate.maintenanceWindow")
    private @Nullable String maintenanceWindow;

    /** {@code false} applies without a backup of the tables that are at risk. */
    @Parameter(property = "migrate.backupBefore")
    private @Nullable String backupBefore;

    /** Folder for backups; target/migrate/backups by default. */
    @Parameter(property = "migrate.backupDirectory")
    private @Nullable String backupDirectory;

    /** Name of the backup to make, or name or folder of the one to restore. */
    @Parameter(property = "migrate.backup")
    private @Nullable String backup;

    /** Tables to back up or restore, comma-separated; all by default. */
    @Parameter(property = "migrate.tables")
    private @Nullable String tables;

    /** Empty table that takes the rows of the one restored table; the table itself by default. */
    @Parameter(property = "migrate.into")
    private @Nullable String into;

    /** {@code true} makes backup list what is kept, and nothing else. */
    @Parameter(property = "migrate.list")
    private @Nullable String list;

    /** Name to record in the history; by default the operating system's user. */
    @Parameter(property = "migrate.installedBy")
    private @Nullable String installedBy;
}
