package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Traffic of releases on a database, at a fixed rate. Immutable.
 *
 * <pre>{@code
 * Traffic traffic = Traffic.on(url)
 *         .release(polls.release("old"), 4)
 *         .release(polls.selectingStar().release("new"), 4)
 *         .rate(300)
 *         .guest(Guest.reader("polls_poll", Duration.ofSeconds(5), Duration.ofSeconds(1)));
 * try (TrafficRun run = traffic.start()) {
 *     migrate.apply();
 *     TrafficReport report = run.end();
 * }
 * }</pre>
 */
public final class Traffic {
    /** What the application names of clients begin with. */
    static final String CLIENT = "traffic ";

    static final String GUEST = "guest ";

    private final String url;
    private final Properties properties;
    private final List<Players> players;
    private final List<Guest> guests;
    private final double rate;
    private final long seed;
    private final Predicate<String> ours;

    /** A release and how many connections play it. */
    record Players(Release release, int clients) {}

    private Traffic(
            String url,
            Properties properties,
            List<Players> players,
            List<Guest> guests,
            double rate,
            long seed,
            Predicate<String> ours) {
        this.url = url;
        this.properties = properties;
        this.players = List.copyOf(players);
        this.guests = List.copyOf(guests);
        this.rate = rate;
        this.seed = seed;
        this.ours = ours;
    }

    /**
     * On a database; 100 requests a second, no client yet.
     *
     * @param url the JDBC URL, with user and password. Statements are prepared on the server at their first use
     *     ({@code prepareThreshold=1})
     */
    public static Traffic on(String url) {
        Properties properties = new Properties();
        properties.setProperty("prepareThreshold", "1");
        return new Traffic(url, properties, List.of(), List.of(), 100, 1, name -> name.startsWith("migrate "));
    }

    /** With a release on a number of connections. */
    public Traffic release(Release release, int clients) {
        if (clients < 1) {
            throw new IllegalArgumentException("the release " + release.name() + " needs at least one client");
        }
        List<Players> more = new ArrayList<>(players);
        more.add(new Players(release, clients));
        return new Traffic(url, properties, more, guests, rate, seed, ours);
    }

    /** With a hostile neighbour. */
    public Traffic guest(Guest guest) {
        List<Guest> more = new ArrayList<>(guests);
        more.add(guest);
        return new Traffic(url, properties, players, more, rate, seed, ours);
    }

    /** With as many requests a second, all clients together. */
    public Traffic rate(double requestsPerSecond) {
        return new Traffic(url, properties, players, guests, requestsPerSecond, seed, ours);
    }

    /** With other random numbers. */
    public Traffic seed(long other) {
        return new Traffic(url, properties, players, guests, rate, other, ours);
    }

    /** With a property of the driver, such as {@code autosave}, {@code conservative}. */
    public Traffic property(String name, String value) {
        Properties more = new Properties();
        properties.stringPropertyNames().forEach(key -> more.setProperty(key, properties.getProperty(key)));
        more.setProperty(name, value);
        return new Traffic(url, more, players, guests, rate, seed, ours);
    }

    /** With other application names for the migration whose locks are counted; by default those of this engine. */
    public Traffic ours(Predicate<String> applicationName) {
        return new Traffic(url, properties, players, guests, rate, seed, applicationName);
    }

    /** Begins, and returns when every client has made its first requests, which do not count; the caller ends it. */
    public TrafficRun start() throws SQLException {
        if (players.isEmpty()) {
            throw new IllegalStateException("traffic without a release");
        }
        return new TrafficRun(this);
    }

    List<Client> clients(Ledger ledger) {
        int clients = players.stream().mapToInt(Players::clients).sum();
        long interval = (long) (1e9 * clients / rate);
        List<Client> all = new ArrayList<>();
        for (Players release : players) {
            for (int number = 0; number < release.clients(); number++) {
                all.add(new Client(
                        new Client.Post(release.release(), all.size(), clients, interval, seed),
                        this::connect,
                        ledger));
            }
        }
        return all;
    }

    List<Guest> guests() {
        return guests;
    }

    Predicate<String> ours() {
        return ours;
    }

    List<String> releases() {
        return players.stream().map(each -> each.release().name()).distinct().toList();
    }

    Connection connect(String applicationName) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        all.put("ApplicationName", applicationName);
        Properties given = new Properties();
        given.putAll(all);
        return DriverManager.getConnection(url, given);
    }
}
