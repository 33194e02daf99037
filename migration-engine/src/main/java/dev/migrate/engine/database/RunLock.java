package dev.migrate.engine.database;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;

/**
 * One run at a time for an app and schema: a session advisory lock on the very connection that runs the steps, so that
 * losing the connection loses the right to act. It is polled, never waited for: a blocked waiter holds a snapshot, and a
 * concurrent index build of the holder would deadlock with it.
 */
public final class RunLock {
    private static final Duration POLL = Duration.ofMillis(200);

    private RunLock() {}

    /**
     * Takes the lock.
     *
     * @param wait how long to poll
     * @throws UserFailure if another run still holds it then
     */
    public static void take(Session session, String app, String schema, Duration wait, Events events) {
        long key = key(app, schema);
        long deadline = System.nanoTime() + wait.toNanos();
        boolean told = false;
        while (!session.holds("SELECT pg_catalog.pg_try_advisory_lock(" + key + ")")) {
            Optional<String> holder = holder(session, key);
            if (System.nanoTime() >= deadline) {
                throw locked(app, schema, wait, holder);
            }
            if (!told && holder.isPresent()) {
                events.accept(new Event.Note(
                        "waiting for another run on " + app + ", schema " + schema + ": " + holder.get()));
                told = true;
            }
            pause();
        }
    }

    private static UserFailure locked(String app, String schema, Duration wait, Optional<String> holder) {
        return new UserFailure(
                "locked: another run on " + app + ", schema " + schema + " did not end within " + wait.toSeconds()
                        + " s",
                "found:  " + holder.orElse("its session ended this moment"),
                "fix:    wait for it, or raise " + Setting.LOCK_WAIT.property());
    }

    private static Optional<String> holder(Session session, long key) {
        return session
                .query(
                        "SELECT a.pid, a.usename, a.application_name, a.client_addr::text,"
                                + " pg_catalog.date_trunc('second', a.backend_start)"
                                + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                                + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database"
                                + " WHERE datname = pg_catalog.current_database())"
                                + " AND ((l.classid::bigint << 32) | l.objid::bigint) = " + key,
                        row -> "process " + row.getInt(1) + " of " + row.getString(2) + ", \"" + row.getString(3)
                                + "\""
                                + (row.getString(4) == null ? "" : " from " + row.getString(4))
                                + ", connected since " + row.getString(5))
                .stream()
                .findFirst();
    }

    /** The advisory key of an app and schema. */
    public static long key(String app, String schema) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("dev.migrate\0" + app + "\0" + schema).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserFailure(interrupted, "interrupted while waiting for another run");
        }
    }
}
