package dev.migrate.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings, one constant each: {@code -Dmigrate.<key>}, {@code MIGRATE_<KEY>} in the environment, or the POM. */
public enum Setting {
    /** The database. */
    URL("url", null, "JDBC URL of the database, or `embedded` for a PostgreSQL of its own below target/"),
    /** The role. */
    USER("user", null, "role to connect as; it owns what migrations create"),
    /** The role's password. */
    PASSWORD("password", null, "password of the role; better in settings.xml (serverId) or MIGRATE_PASSWORD"),
    /** Credentials of Maven. */
    SERVER_ID("serverId", null, "id of the <server> in Maven's settings.xml that holds user and password"),
    /** The target schemas. */
    SCHEMAS("schemas", null, "schemas to migrate, comma-separated; by default the connection's current schema"),
    /** Where the history is. */
    HISTORY_SCHEMA("historySchema", "migrate", "schema of the tool's own tables"),
    /** Where to stop. */
    TARGET("target", null, "migration to stop at: the last to apply, or the last to keep on rollback (or `zero`)"),
    /** The first lock time-out. */
    LOCK_TIMEOUT("lockTimeout", "50ms", "how long the first try of a step waits for a lock"),
    /** The last lock time-out. */
    LOCK_TIMEOUT_MAX("lockTimeoutMax", "200ms", "how long a later try waits for a lock at most"),
    /** The wait for another runner. */
    LOCK_WAIT("lockWait", "60s", "how long to wait for another run on the same app and schema"),
    /** The number of tries. */
    TRIES("tries", "30", "how many times a step tries to get its locks"),
    /** The pause between tries. */
    RETRY_PAUSE("retryPause", "300ms", "pause between two tries, varied at random by half"),
    /** The wait of a concurrent index build for old transactions. */
    CONCURRENT_WAIT(
            "concurrentWait", "10m", "how long a concurrent index build may wait for transactions older than itself"),
    /** The time of a batch. */
    BATCH_TIME("batchTime", "200ms", "how long a batch of a backfill should take; its size follows from it"),
    /** The time to connect. */
    CONNECT_TIMEOUT("connectTimeout", "10s", "how long to wait for a connection"),
    /** What kind of database it is. */
    ENVIRONMENT("environment", null, "`development` opens the gates of contracts; kept at the first apply"),
    /** The label of a release. */
    RELEASE("release", null, "name of the release: the one to record, or the one that this run applies"),
    /** Contracts whose gate is opened by hand. */
    FORCE_GATE("forceGate", null, "contracts, by name, to run although evidence is missing; needs migrate.because"),
    /** The reason of what is forced. */
    BECAUSE("because", null, "why a gate is forced; it is recorded"),
    /** How long a retired column is kept under another name. */
    TOMBSTONE_KEEP("tombstoneKeep", "168h", "how long a retired column is kept hidden before apply drops it"),
    /** What is recorded of a release. */
    STATE("state", "deployed", "`deployed` or `retired`: what migrate:release records"),
    /** Where a baseline ends. */
    BASELINE_VERSION(
            "baselineVersion",
            null,
            "last migration, by name or number, that an adopted database has already; check judges what is after it"),
    /** The folders of SQL files to check. */
    LOCATIONS(
            "locations",
            null,
            "folders or files of SQL or Java for check, comma-separated, each a history of its own, instead of the project's"
                    + " migrations"),
    /** The schema that a check starts with. */
    SCHEMA_FROM(
            "schemaFrom",
            null,
            "what is there before the first migration that check judges: the JDBC URL of a live database, `url` for"
                    + " migrate.url, or a file of pg_dump --schema-only"),
    /** What makes a check fail. */
    FAIL_ON("failOn", "error", "`error`, `warning` or `never`: the least of the findings that makes check fail"),
    /** What waiting contracts mean. */
    WAITING("waiting", "report", "`fail` makes apply fail when a contract has to wait"),
    /** Whether dangerous migrations may run. */
    MAINTENANCE_WINDOW("maintenanceWindow", "false", "`true` runs migrations that need a window without traffic"),
    /** Whether tables at risk are backed up. */
    BACKUP_BEFORE("backupBefore", "true", "`false` applies without a backup of the tables that are at risk"),
    /** Where backups go. */
    BACKUP_DIRECTORY("backupDirectory", null, "folder for backups; by default target/migrate/backups"),
    /** A backup. */
    BACKUP("backup", null, "name of the backup to make, or name or folder of the one to restore"),
    /** What is backed up or restored. */
    TABLES("tables", null, "tables to back up or restore, comma-separated; all by default"),
    /** Where one table is restored. */
    INTO("into", null, "empty table that takes the rows of the one restored table; the table itself by default"),
    /** Whether to list backups. */
    LIST("list", "false", "`true` makes backup list what is kept, and nothing else"),
    /** The form of the output. */
    FORMAT(
            "format",
            "text",
            "`text` or `json`; of check also `sarif`, `github`, `markdown`, `summary`; several by commas, as FORMAT:FILE"),
    /** The one migration whose findings are wanted. */
    MIGRATION("migration", null, "the one migration whose findings check tells, by name, number or file"),
    /** The one app whose findings are wanted. */
    APP("app", null, "the one app whose findings check tells"),
    /** The rule to explain. */
    RULE("rule", null, "the rule that explain shows, as a message names it; all of them by default"),
    /** The file for the output. */
    OUTPUT("output", null, "file to write the result to instead of the log"),
    /** Whether to do nothing. */
    SKIP("skip", "false", "`true` does nothing at all"),
    /** The embedded server's version. */
    SERVER_VERSION(
            "serverVersion",
            "17",
            "version of the embedded or shadow PostgreSQL; with locations, the only one to judge for"),
    /** Another server to try things on. */
    SHADOW_URL("shadowUrl", null, "JDBC URL of an empty server to try things on, where the embedded one is not enough"),
    /** Who runs it. */
    INSTALLED_BY("installedBy", null, "name to record in the history; by default the operating system's user");

    private final String key;
    private final @Nullable String fallback;
    private final String description;

    Setting(String key, @Nullable String fallback, String description) {
        this.key = key;
        this.fallback = fallback;
        this.description = description;
    }

    /** The name without prefix, as a parameter in a POM: {@code lockTimeout}. */
    public String key() {
        return key;
    }

    /** The system property: {@code migrate.lockTimeout}. */
    public String property() {
        return "migrate." + key;
    }

    /** The environment variable: {@code MIGRATE_LOCK_TIMEOUT}. */
    public String variable() {
        return "MIGRATE_" + key.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** The value where nobody gives one. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** One line for people. */
    public String description() {
        return description;
    }

    /** Whether the value must never be shown. */
    public boolean secret() {
        return this == PASSWORD;
    }

    /** Finds a setting by its system property. */
    public static Optional<Setting> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property().equals(property))
                .findFirst();
    }
}
