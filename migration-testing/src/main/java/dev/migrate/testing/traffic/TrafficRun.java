package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Traffic that is running; closing it ends it. */
public final class TrafficRun implements AutoCloseable {
    private final Traffic traffic;
    private final Ledger ledger = new Ledger();
    private final List<Client> clients;
    private final Connection watching;
    private final StallWatch watch;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Thread> guests = new ArrayList<>();
    private final Thread watcher;
    private final long beginNanos = System.nanoTime();
    private @Nullable TrafficReport report;

    TrafficRun(Traffic traffic) throws SQLException {
        this.traffic = traffic;
        this.clients = traffic.clients(ledger);
        this.watching = traffic.connect("traffic watch");
        this.watch = new StallWatch(watching, traffic.ours(), beginNanos);
        this.watcher = daemon(watch, "traffic-watch");
        clients.forEach(client -> threads.add(daemon(client, "traffic-client")));
        traffic.guests().forEach(guest -> guests.add(daemon(() -> host(guest), "traffic-guest")));
        watcher.start();
        threads.forEach(Thread::start);
        runIn();
        guests.forEach(Thread::start);
    }

    private void runIn() {
        try {
            for (Client client : clients) {
                client.awaitRunIn();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What the database has acknowledged so far. */
    public Ledger ledger() {
        return ledger;
    }

    private void host(Guest guest) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection first = traffic.connect(Traffic.GUEST + guest.name());
                    Connection second = traffic.connect(Traffic.GUEST + guest.name())) {
                guest.visit().come(first, second);
            } catch (SQLException disturbed) {
                // A guest that is thrown out comes again: its failures are not the clients'.
                Thread.onSpinWait();
            } catch (InterruptedException over) {
                return;
            }
            try {
                Thread.sleep(guest.every().toMillis());
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    /**
     * Ends the traffic when the requests under way are answered. Again, it gives the same report.
     *
     * @throws SQLException if the watch could not look
     */
    public TrafficReport end() throws SQLException {
        TrafficReport done = report;
        if (done != null) {
            return done;
        }
        Duration length = Duration.ofNanos(System.nanoTime() - beginNanos);
        clients.forEach(Client::stop);
        join(threads);
        guests.forEach(Thread::interrupt);
        watch.stop();
        join(List.of(watcher));
        watching.close();
        done = new TrafficReport(length, latencies(), failures(), watch.stalls(), ledger);
        report = done;
        return done;
    }

    private Map<String, Latencies> latencies() {
        Map<String, Latencies> all = new LinkedHashMap<>();
        clients.forEach(client -> all.computeIfAbsent(client.release().name(), release -> new Latencies())
                .add(client.latencies()));
        return all;
    }

    private List<Failure> failures() {
        return clients.stream().flatMap(client -> client.failures().stream()).toList();
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        end();
    }
}
