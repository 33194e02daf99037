package dev.migrate.core.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits tokens into statements as psql does: at semicolons outside of parentheses and outside of the {@code BEGIN
 * ATOMIC … END} of a function's body, and around commands of psql.
 */
final class Splitter {
    private Splitter() {}

    /** The statements among the tokens {@code from} to {@code to}, without empty ones and without their semicolons. */
    static List<Range> statements(List<Token> tokens, int from, int to) {
        List<Range> ranges = new ArrayList<>(1);
        int start = from;
        int depth = 0;
        int atomic = 0;
        for (int at = from; at < to; at++) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.PSQL) {
                add(ranges, start, at);
                add(ranges, at, at + 1);
                start = at + 1;
                depth = 0;
                atomic = 0;
            } else if (token.opens()) {
                depth++;
            } else if (token.closes()) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && token.kind() == Token.Kind.WORD) {
                atomic += atomicChange(tokens, start, at, atomic);
            } else if (depth == 0 && atomic == 0 && token.symbol(";")) {
                add(ranges, start, at);
                start = at + 1;
            }
        }
        add(ranges, start, to);
        return ranges;
    }

    private static int atomicChange(List<Token> tokens, int start, int at, int atomic) {
        Token token = tokens.get(at);
        if (atomic == 0) {
            boolean begins = token.word("atomic")
                    && at > start
                    && tokens.get(at - 1).word("begin")
                    && tokens.get(start).word("create");
            return begins ? 1 : 0;
        }
        return token.word("case") ? 1 : token.word("end") ? -1 : 0;
    }

    private static void add(List<Range> ranges, int start, int end) {
        if (end > start) {
            ranges.add(new Range(start, end));
        }
    }

    record Range(int from, int to) {}
}
