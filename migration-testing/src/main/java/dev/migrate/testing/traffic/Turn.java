package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a request gets: its client's connection, its random numbers, and the ledger. A client owns the keys that are its
 * number modulo the number of clients, so that nobody else overwrites what it was promised.
 */
public final class Turn {
    private final int client;
    private final int clients;
    private final Connection connection;
    private final SplittableRandom random;
    private final Ledger.Page page;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Turn(int client, int clients, Connection connection, SplittableRandom random, Ledger.Page page) {
        this.client = client;
        this.clients = clients;
        this.connection = connection;
        this.random = random;
        this.page = page;
    }

    /** The client's connection; the request neither closes it nor ends its transaction. */
    public Connection connection() {
        return connection;
    }

    /** Random numbers that depend on the seed and the client only. */
    public RandomGenerator random() {
        return random;
    }

    /** A statement that is prepared once a connection, as pools with a statement cache do; the driver closes it. */
    public PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    /** One of the client's own keys, 1 to {@code existing}. */
    public long ownKey(long existing) {
        long own = (existing - client + clients - 1) / clients;
        if (own < 1) {
            throw new IllegalArgumentException(clients + " clients need at least as many keys, found: " + existing);
        }
        return 1 + client + clients * random.nextLong(own);
    }

    /** A key above {@code existing} that was never given before, and is the client's own. */
    public long newKey(long existing) {
        return existing + 1 + client + clients * page.nextNumber();
    }

    /** Any key from 1 to {@code existing}, for reads. */
    public long anyKey(long existing) {
        return 1 + random.nextLong(existing);
    }

    /**
     * Notes what the statement just run has written; it counts from the moment the transaction is acknowledged.
     *
     * @param columns names and values; what is left out keeps its value
     */
    public void wrote(String table, long key, Map<String, @Nullable Object> columns) {
        page.wrote(table, key, columns);
    }

    /** Notes that the row is gone. */
    public void deleted(String table, long key) {
        page.deleted(table, key);
    }
}
