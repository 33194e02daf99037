package dev.migrate.benchmarks.server;

/**
 * A statement that the server says it executed.
 *
 * @param database where
 * @param process the server process, one a connection
 * @param transaction the virtual transaction id, unique to a transaction
 * @param text the statement
 */
public record LoggedStatement(String database, String process, String transaction, String text) {}
