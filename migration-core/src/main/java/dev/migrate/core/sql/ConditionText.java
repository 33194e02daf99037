package dev.migrate.core.sql;

import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition's text, as far as it compares one column with constants. */
final class ConditionText {
    /** Deeper nesting is not followed, so that no text can exhaust the stack. */
    private static final int MAX_DEPTH = 30;

    private final String text;
    private final List<Token> tokens;
    private final String column;

    ConditionText(String text, String column) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.column = column;
    }

    /** The values that fulfil the condition; all where it says something else. */
    ConditionRange range() {
        return conjunction(0, tokens.size(), 0);
    }

    private ConditionRange conjunction(int from, int to, int depth) {
        if (depth > MAX_DEPTH || !parts(from, to, "or").isEmpty()) {
            return ConditionRange.all();
        }
        ConditionRange range = ConditionRange.all();
        List<int[]> parts = parts(from, to, "and");
        if (parts.isEmpty()) {
            return wrapped(from, to) ? conjunction(from + 1, to - 1, depth + 1) : comparison(from, to);
        }
        for (int[] part : parts) {
            range = range.and(conjunction(part[0], part[1], depth + 1));
        }
        return range;
    }

    /** Whether no row that fulfils the condition belongs into the partition. */
    boolean excludes(PartitionBound bound) {
        return excludes(0, tokens.size(), bound, 0);
    }

    private boolean excludes(int from, int to, PartitionBound bound, int depth) {
        if (depth > MAX_DEPTH || from >= to) {
            return false;
        }
        List<int[]> arms = parts(from, to, "or");
        if (!arms.isEmpty()) {
            return arms.stream().allMatch(arm -> excludes(arm[0], arm[1], bound, depth + 1));
        }
        List<int[]> parts = parts(from, to, "and");
        if (!parts.isEmpty()) {
            return parts.stream().anyMatch(part -> excludes(part[0], part[1], bound, depth + 1))
                    || conjunction(from, to, depth).disjoint(bound);
        }
        if (wrapped(from, to)) {
            return excludes(from + 1, to - 1, bound, depth + 1);
        }
        if (tokens.get(from).word("not") && wrapped(from + 1, to)) {
            return parts(from + 2, to - 1, "or").isEmpty()
                    && conjunction(from + 2, to - 1, depth).contains(bound);
        }
        return isNull(from, to)
                || notIn(from, to, bound)
                || comparison(from, to).disjoint(bound);
    }

    private boolean isNull(int from, int to) {
        return to - from == 3
                && isColumn(from)
                && tokens.get(from + 1).word("is")
                && tokens.get(from + 2).word("null");
    }

    private boolean notIn(int from, int to, PartitionBound bound) {
        boolean excluded = to - from > 3
                && isColumn(from)
                && tokens.get(from + 1).word("not")
                && tokens.get(from + 2).word("in")
                && wrapped(from + 3, to);
        if (excluded) {
            return ConditionRange.listed(constants(from + 4, to - 1)).contains(bound);
        }
        boolean unequal = to - from >= 3 && isColumn(from) && (operator(from + 1, "<>") || operator(from + 1, "!="));
        return unequal && ConditionRange.listed(List.of(constant(from + 2, to))).contains(bound);
    }

    private ConditionRange comparison(int from, int to) {
        if (to - from < 3) {
            return ConditionRange.all();
        }
        if (isColumn(from) && tokens.get(from + 1).word("in") && wrapped(from + 2, to)) {
            return ConditionRange.listed(constants(from + 3, to - 1));
        }
        if (isColumn(from) && operator(from + 1, "=") && isAnyArray(from + 2, to)) {
            return ConditionRange.listed(constants(from + 6, to - 2));
        }
        if (isColumn(from) && tokens.get(from + 1).word("between")) {
            return between(from + 2, to);
        }
        if (isColumn(from) && tokens.get(from + 1).kind() == Kind.OPERATOR && isConstant(from + 2, to)) {
            return ConditionRange.compared(tokens.get(from + 1).value(), constant(from + 2, to))
                    .orElse(ConditionRange.all());
        }
        boolean flipped = isColumn(to - 1) && tokens.get(to - 2).kind() == Kind.OPERATOR && isConstant(from, to - 2);
        return flipped
                ? ConditionRange.compared(turned(tokens.get(to - 2).value()), constant(from, to - 2))
                        .orElse(ConditionRange.all())
                : ConditionRange.all();
    }

    private boolean isAnyArray(int from, int to) {
        return to - from > 5
                && tokens.get(from).word("any")
                && tokens.get(from + 1).symbol("(")
                && tokens.get(from + 2).word("array")
                && tokens.get(from + 3).symbol("[")
                && tokens.get(to - 2).symbol("]");
    }

    private ConditionRange between(int from, int to) {
        for (int at = from; at < to; at++) {
            if (tokens.get(at).word("and")) {
                Optional<ConditionRange> low = ConditionRange.compared(">=", constant(from, at));
                Optional<ConditionRange> high = ConditionRange.compared("<=", constant(at + 1, to));
                return low.orElseThrow().and(high.orElseThrow());
            }
        }
        return ConditionRange.all();
    }

    private static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private boolean operator(int at, String operator) {
        return tokens.get(at).kind() == Kind.OPERATOR && tokens.get(at).value().equals(operator);
    }

    private boolean isColumn(int at) {
        return tokens.get(at).identifier() && tokens.get(at).value().equals(column);
    }

    /** A literal, with a sign or a cast or the name of a type. */
    private boolean isConstant(int from, int to) {
        long literals = 0;
        for (int at = from; at < to; at++) {
            Token token = tokens.get(at);
            literals += token.kind() == Kind.STRING || token.kind() == Kind.NUMBER ? 1 : 0;
            boolean foreign = token.kind() == Kind.OPERATOR && !token.value().equals("-");
            if (foreign
                    || isColumn(at)
                    || (token.symbol("(") && at > from && tokens.get(at - 1).identifier())) {
                return false;
            }
        }
        return literals == 1;
    }

    private String constant(int from, int to) {
        return ConditionRange.constant(
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }

    private List<String> constants(int from, int to) {
        List<String> constants = new ArrayList<>();
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || tokens.get(at).symbol(",")) {
                if (at > start) {
                    constants.add(constant(start, at));
                }
                start = at + 1;
            }
        }
        return constants;
    }

    /** Whether one pair of parentheses is around all of it. */
    private boolean wrapped(int from, int to) {
        if (to - from < 2 || !tokens.get(from).symbol("(")) {
            return false;
        }
        int level = 0;
        for (int at = from; at < to; at++) {
            level += tokens.get(at).opens() ? 1 : tokens.get(at).closes() ? -1 : 0;
            if (level == 0) {
                return at == to - 1;
            }
        }
        return false;
    }

    /** The parts between the words of this level; none where the word is not there. The AND of a BETWEEN is passed over. */
    private List<int[]> parts(int from, int to, String word) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        int level = 0;
        boolean between = false;
        for (int at = from; at < to; at++) {
            Token token = tokens.get(at);
            level += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (level == 0 && token.word("between")) {
                between = true;
            } else if (level == 0 && between && token.word("and")) {
                between = false;
            } else if (level == 0 && token.word(word)) {
                parts.add(new int[] {start, at});
                start = at + 1;
            }
        }
        if (!parts.isEmpty()) {
            parts.add(new int[] {start, to});
        }
        return parts;
    }
}
