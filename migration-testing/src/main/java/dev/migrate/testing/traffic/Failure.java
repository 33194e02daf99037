package dev.migrate.testing.traffic;

import java.time.Duration;

/**
 * A request that failed.
 *
 * @param release the release that made it
 * @param request its name
 * @param sqlState as the server or the driver gave it; empty if there was none
 * @param message the first line
 * @param at since the traffic began
 */
public record Failure(String release, String request, String sqlState, String message, Duration at) {}
