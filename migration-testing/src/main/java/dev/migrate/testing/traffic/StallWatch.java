package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks every few milliseconds which clients wait for a lock, and for whom. */
final class StallWatch implements Runnable {
    private static final long PAUSE_MILLIS = 4;
    private static final String LOOK =
            "SELECT a.pid, a.application_name, pg_catalog.left(a.query, 200), a.wait_event_type = 'Lock',"
                    + " CASE WHEN a.wait_event_type = 'Lock' THEN pg_catalog.pg_blocking_pids(a.pid) END"
                    + " FROM pg_catalog.pg_stat_activity a WHERE a.datname = pg_catalog.current_database()";

    private final Connection connection;
    private final Predicate<String> ours;
    private final long beginNanos;
    private final Map<Integer, Wait> waiting = new HashMap<>();
    private final List<Stall> stalls = new ArrayList<>();
    private volatile boolean stopping;
    private volatile @Nullable SQLException failure;

    StallWatch(Connection connection, Predicate<String> ours, long beginNanos) {
        this.connection = connection;
        this.ours = ours;
        this.beginNanos = beginNanos;
    }

    private record Backend(String name, String statement, boolean waits, List<Integer> blockers) {}

    /** A wait that goes on. */
    private record Wait(Backend backend, Set<String> blockers, long sinceNanos) {}

    void stop() {
        stopping = true;
    }

    /** What was seen; after the thread has ended. */
    List<Stall> stalls() throws SQLException {
        SQLException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return List.copyOf(stalls);
    }

    @Override
    public void run() {
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            while (!stopping) {
                compare(look(look));
                Thread.sleep(PAUSE_MILLIS);
            }
            compare(Map.of());
        } catch (SQLException failed) {
            failure = failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<Integer, Backend> look(PreparedStatement look) throws SQLException {
        Map<Integer, Backend> backends = new LinkedHashMap<>();
        try (ResultSet rows = look.executeQuery()) {
            while (rows.next()) {
                List<Integer> blockers = new ArrayList<>();
                if (rows.getArray(5) != null) {
                    for (Object pid : (Object[]) rows.getArray(5).getArray()) {
                        blockers.add((Integer) pid);
                    }
                }
                backends.put(
                        rows.getInt(1),
                        new Backend(text(rows.getString(2)), text(rows.getString(3)), rows.getBoolean(4), blockers));
            }
        }
        return backends;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void compare(Map<Integer, Backend> backends) {
        long now = System.nanoTime();
        waiting.entrySet().removeIf(wait -> {
            Backend backend = backends.get(wait.getKey());
            boolean over = backend == null
                    || !backend.waits()
                    || !backend.statement().equals(wait.getValue().backend().statement());
            if (over) {
                stalls.add(stall(wait.getValue(), now));
            }
            return over;
        });
        backends.forEach((pid, backend) -> {
            if (backend.waits() && backend.name().startsWith(Traffic.CLIENT)) {
                waiting.computeIfAbsent(pid, client -> new Wait(backend, new LinkedHashSet<>(), now))
                        .blockers()
                        .addAll(blockers(pid, backends));
            }
        });
    }

    private Stall stall(Wait wait, long now) {
        return new Stall(
                wait.backend().name(),
                wait.backend().statement(),
                List.copyOf(wait.blockers()),
                wait.blockers().stream().anyMatch(ours),
                Duration.ofNanos(wait.sinceNanos() - beginNanos),
                Duration.ofNanos(now - wait.sinceNanos()));
    }

    private static Set<String> blockers(int pid, Map<Integer, Backend> backends) {
        Set<Integer> seen = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty()) {
            Backend backend = backends.get(open.remove());
            if (backend != null) {
                backend.blockers().stream().filter(seen::add).forEach(open::add);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (int blocker : seen) {
            Backend backend = backends.get(blocker);
            names.add(backend == null ? "pid " + blocker : backend.name());
        }
        return names;
    }
}
