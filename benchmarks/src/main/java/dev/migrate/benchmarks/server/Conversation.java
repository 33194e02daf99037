package dev.migrate.benchmarks.server;

import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one connection said, in flights: a flight is what a client sends before it waits for the server. It begins with
 * the first message after the server has answered everything before it, and an answer ends with ReadyForQuery, which each
 * Sync and each simple query brings. So the number of flights is the number of round trips, whatever they carry.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">Message Flow</a>
 */
final class Conversation {
    private final List<List<String>> flights = new ArrayList<>();
    private final Map<String, String> prepared = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private int unanswered = 1; // the start of the session is answered by a ReadyForQuery too
    private boolean idle;

    /** A message of the client after its startup message. */
    synchronized void sent(char type, byte[] body) {
        if (type == 'p' || type == 'X') {
            return; // a password, and the end: no request
        }
        if (idle) {
            flights.add(new ArrayList<>());
            idle = false;
        }
        Fields fields = new Fields(body);
        switch (type) {
            case 'P' -> prepared.put(fields.text(), fields.text());
            case 'B' -> portals.put(fields.text(), prepared.getOrDefault(fields.text(), ""));
            case 'E' -> executed(portals.getOrDefault(fields.text(), ""));
            case 'Q' -> {
                SqlReader.read(fields.text()).stream().map(SqlStatement::text).forEach(this::executed);
                unanswered++;
            }
            case 'S' -> unanswered++;
            default -> {} // Describe, Close, Flush, COPY data: part of the flight
        }
    }

    /** The server is ready for the next query. */
    synchronized void ready() {
        unanswered--;
        idle = unanswered == 0;
    }

    /** The statements of each flight, in order. */
    synchronized List<List<String>> flights() {
        return flights.stream().map(List::copyOf).toList();
    }

    private void executed(String statement) {
        flights.get(flights.size() - 1).add(statement);
    }

    /** A message's fields, one after the other: texts that end with a zero byte. */
    private static final class Fields {
        private final ByteBuffer body;

        private Fields(byte[] body) {
            this.body = ByteBuffer.wrap(body);
        }

        private String text() {
            int start = body.position();
            while (body.get() != 0) {
                // on to the end
            }
            return new String(body.array(), start, body.position() - 1 - start, StandardCharsets.UTF_8);
        }
    }
}
