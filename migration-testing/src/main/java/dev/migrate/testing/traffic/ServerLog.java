package dev.migrate.testing.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The waits for locks that a server wrote into its log, with {@code log_lock_waits = on} and {@code deadlock_timeout =
 * 10ms}: none longer than that is missed, however short a look from outside would have been.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-LOCK-WAITS">log_lock_waits</a>
 */
public final class ServerLog {
    private static final Pattern EVENT = Pattern.compile(
            "process (\\d+) (still waiting for|acquired|avoided deadlock for|failed to acquire) .* after (\\d+\\.\\d+) ms");
    private static final Pattern HOLDERS =
            Pattern.compile("Process(?:es)? holding the lock: ([\\d, ]+)\\. Wait queue: ?([\\d, ]*)\\.");

    private ServerLog() {}

    /**
     * A wait.
     *
     * @param pid the waiting backend
     * @param blockers those that held the lock or were ahead in the queue when the server looked
     * @param length the longest time that was written for it
     * @param acquired whether it got the lock in the end
     */
    public record LockWait(int pid, List<Integer> blockers, Duration length, boolean acquired) {
        /** Copies the list. */
        public LockWait {
            blockers = List.copyOf(blockers);
        }
    }

    /** The waits in a log, in the order of their ends. */
    public static List<LockWait> lockWaits(Stream<String> lines) {
        Map<Integer, LockWait> open = new HashMap<>();
        List<LockWait> ended = new ArrayList<>();
        int[] last = {0};
        lines.forEach(line -> {
            Matcher event = EVENT.matcher(line);
            if (event.find()) {
                int pid = Integer.parseInt(event.group(1));
                last[0] = pid;
                LockWait wait = longer(
                        open.get(pid), pid, event.group(3), event.group(2).equals("acquired"));
                open.put(pid, wait);
                if (wait.acquired()) {
                    ended.add(wait);
                    open.remove(pid);
                }
                return;
            }
            Matcher holders = HOLDERS.matcher(line);
            if (holders.find() && open.containsKey(last[0])) {
                open.computeIfPresent(last[0], (pid, wait) -> behind(wait, holders.group(1), holders.group(2)));
            }
        });
        ended.addAll(open.values());
        return ended;
    }

    private static LockWait longer(
            @org.jspecify.annotations.Nullable LockWait wait, int pid, String millis, boolean acquired) {
        Duration length = Duration.ofNanos((long) (Double.parseDouble(millis) * 1e6));
        return new LockWait(pid, wait == null ? List.of() : wait.blockers(), length, acquired);
    }

    private static LockWait behind(LockWait wait, String holders, String queue) {
        List<Integer> blockers = new ArrayList<>(wait.blockers());
        blockers.addAll(pids(holders));
        List<Integer> ahead = pids(queue);
        int own = ahead.indexOf(wait.pid());
        blockers.addAll(own < 0 ? ahead : ahead.subList(0, own));
        return new LockWait(wait.pid(), blockers.stream().distinct().toList(), wait.length(), wait.acquired());
    }

    private static List<Integer> pids(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(pid -> !pid.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
