package dev.migrate.engine.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One way to fill a batch. */
interface Filler {
    /**
     * Fills the rows after {@code done} up to {@code last}, and moves the journal with them.
     *
     * @param done the journal's position
     * @param nextBatch the size to keep for the batch after this one
     * @return where the journal stands now; empty if somebody else moved it
     */
    Optional<Moved> fill(Connection connection, Optional<Long> done, long last, int nextBatch) throws SQLException;

    /** How many rows in the range should have a value and have none. */
    long missing(Connection connection, BackfillJournal.Range range) throws SQLException;

    /** The journal after a batch; {@code done} is as before if rows of it are to be read again. */
    record Moved(long rows, Optional<Long> done) {}
}
