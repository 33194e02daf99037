package dev.migrate.core.operation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The locks that storage parameters are set under.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">Storage
 *     Parameters</a>
 */
final class StorageParameters {
    /** What nobody waits for; the autovacuum parameters aside. */
    private static final Set<String> UNDER_WEAK_LOCK = Set.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "vacuum_index_cleanup",
            "vacuum_truncate",
            "vacuum_max_eager_freeze_failure_rate",
            "log_autovacuum_min_duration",
            "deduplicate_items");

    private StorageParameters() {}

    /**
     * The strongest lock that one of them needs.
     *
     * @param names with commas between them
     */
    static LockMode lock(String names) {
        boolean weak = Arrays.stream(names.split(",", -1)).allMatch(StorageParameters::isUnderWeakLock);
        return weak ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    }

    private static boolean isUnderWeakLock(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        String plain = name.startsWith("toast.") ? name.substring("toast.".length()) : name;
        return plain.startsWith("autovacuum_") || UNDER_WEAK_LOCK.contains(plain);
    }
}
