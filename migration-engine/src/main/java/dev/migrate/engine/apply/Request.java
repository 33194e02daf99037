package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that go to the server as one message and one transaction, with the COMMIT in it. It remembers where each
 * stands, because the server points into the whole text.
 */
final class Request {
    private record Span(int start, int end, Unit.Statement statement) {}

    private final StringBuilder text = new StringBuilder("BEGIN");
    private final List<Span> spans = new ArrayList<>();

    /** With a time-out for locks of its own, unless it is the session's. */
    static Request transaction(Duration lockTimeout, Duration ofSession) {
        Request request = new Request();
        return lockTimeout.equals(ofSession)
                ? request
                : request.own("SET LOCAL lock_timeout = '" + lockTimeout.toMillis() + "ms'");
    }

    /** Adds a statement of the tool itself. */
    Request own(String sql) {
        text.append(";\n").append(sql);
        return this;
    }

    /** Adds a statement of the author. A comment at its end must not swallow what follows. */
    Request step(Unit.Statement statement) {
        text.append(";\n");
        int start = text.length();
        text.append(statement.sql());
        spans.add(new Span(start, text.length(), statement));
        text.append('\n');
        return this;
    }

    /** The whole text, which ends with COMMIT. */
    String sql() {
        return text + ";\nCOMMIT";
    }

    /**
     * The author's statement that the server means.
     *
     * @param position as the server gives it: in characters, counted from 1; 0 if it gives none
     */
    Optional<Unit.Statement> at(int position) {
        if (position <= 0) {
            return spans.size() == 1 ? Optional.of(spans.get(0).statement()) : Optional.empty();
        }
        int characters = Math.min(position - 1, text.codePointCount(0, text.length()));
        int offset = text.offsetByCodePoints(0, characters);
        return spans.stream()
                .filter(span -> span.start() <= offset && offset <= span.end())
                .map(Span::statement)
                .findFirst();
    }
}
