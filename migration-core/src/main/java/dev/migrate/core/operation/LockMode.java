package dev.migrate.core.operation;

/**
 * The table-level lock modes, weakest first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level Locks</a>
 */
public enum LockMode {
    /** Taken by SELECT. */
    ACCESS_SHARE,
    /** Taken by SELECT FOR UPDATE and its kin. */
    ROW_SHARE,
    /** Taken by INSERT, UPDATE, DELETE, MERGE. */
    ROW_EXCLUSIVE,
    /** Conflicts with itself, VACUUM and DDL only. */
    SHARE_UPDATE_EXCLUSIVE,
    /** Blocks writes. */
    SHARE,
    /** Blocks writes and itself. */
    SHARE_ROW_EXCLUSIVE,
    /** Blocks all but plain reads. */
    EXCLUSIVE,
    /** Blocks everything. */
    ACCESS_EXCLUSIVE;

    /** Whether INSERT, UPDATE and DELETE wait for it. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** Whether SELECT waits for it. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** PostgreSQL's spelling, as in {@code LOCK TABLE … IN … MODE}. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
