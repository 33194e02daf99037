package dev.migrate.testing.traffic;

import java.sql.SQLException;
import java.util.Objects;

/**
 * One kind of request that a release makes.
 *
 * @param name for people, such as {@code "update"}
 * @param weight how often it comes, relative to the release's other requests; at least 1
 * @param transactional whether its statements are one transaction; else each commits by itself
 * @param action what it does
 */
public record Request(String name, int weight, boolean transactional, Action action) {
    /** Refuses what cannot be played. */
    public Request {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(action, "action");
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + name + " is " + weight + ", needed: at least 1");
        }
    }

    /** The statements of a request. */
    @FunctionalInterface
    public interface Action {
        /**
         * Runs them.
         *
         * @throws SQLException as the server sends it: it counts as a failed request
         */
        void run(Turn turn) throws SQLException;
    }
}
