package dev.migrate.core.sql;

import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.sql.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What conditions say of the values of one column, as far as PostgreSQL proves it from comparisons with constants: AND
 * of comparisons, BETWEEN and IN; OR and NOT around them.
 *
 * @param low where the values begin
 * @param high where they end
 * @param values the only values there are, if they are listed
 */
record ConditionRange(Optional<Limit> low, Optional<Limit> high, Optional<List<String>> values) {
    private static final ConditionRange ALL = new ConditionRange(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

    /** A constant and whether it belongs to the range. */
    record Limit(String value, boolean included) {}

    /** Whether rows that fulfil all conditions belong into a partition of one column's RANGE or LIST. */
    static boolean allWithin(Stream<String> conditions, String column, PartitionBound bound) {
        ConditionRange range = conditions
                .map(condition -> new ConditionText(condition, column).range())
                .reduce(ALL, ConditionRange::and);
        return range.within(bound);
    }

    /** Whether no row that fulfils the condition belongs into the partition. */
    static boolean noneWithin(String condition, String column, PartitionBound bound) {
        return new ConditionText(condition, column).excludes(bound);
    }

    static ConditionRange all() {
        return ALL;
    }

    static Optional<ConditionRange> compared(String operator, String constant) {
        if (!COMPARISONS.contains(operator)) {
            return Optional.empty();
        }
        Optional<Limit> limit = Optional.of(new Limit(constant, operator.endsWith("=")));
        return Optional.of(
                switch (operator.charAt(0)) {
                    case '=' -> new ConditionRange(limit, limit, Optional.of(List.of(constant)));
                    case '<' -> new ConditionRange(Optional.empty(), limit, Optional.empty());
                    default -> new ConditionRange(limit, Optional.empty(), Optional.empty());
                });
    }

    static ConditionRange listed(List<String> values) {
        return new ConditionRange(Optional.empty(), Optional.empty(), Optional.of(List.copyOf(values)));
    }

    ConditionRange and(ConditionRange other) {
        return new ConditionRange(low.or(other::low), high.or(other::high), values.or(other::values));
    }

    private boolean within(PartitionBound bound) {
        if (bound.kind() == PartitionBound.Kind.LIST) {
            List<String> taken = constants(bound.from());
            return values.filter(listed -> taken.containsAll(listed)).isPresent();
        }
        return bound.kind() == PartitionBound.Kind.RANGE && reaches(bound);
    }

    private boolean reaches(PartitionBound bound) {
        if (bound.from().stream().skip(1).anyMatch(value -> !isMinvalue(value))
                || bound.to().stream().skip(1).anyMatch(value -> !isMinvalue(value))) {
            return false;
        }
        boolean begins = isMinvalue(bound.from().get(0))
                || low.filter(limit -> order(
                                        limit.value(), constant(bound.from().get(0)))
                                .filter(order -> order >= 0)
                                .isPresent())
                        .isPresent();
        boolean ends = isMaxvalue(bound.to().get(0))
                || high.filter(limit -> order(limit.value(), constant(bound.to().get(0)))
                                .filter(order -> order < 0 || (order == 0 && !limit.included()))
                                .isPresent())
                        .isPresent();
        return begins && ends;
    }

    /** Whether nothing is in both. */
    boolean disjoint(PartitionBound bound) {
        if (bound.kind() == PartitionBound.Kind.LIST) {
            List<String> taken = constants(bound.from());
            return values.filter(listed -> listed.stream().noneMatch(taken::contains))
                    .isPresent();
        }
        if (bound.kind() != PartitionBound.Kind.RANGE || bound.from().size() != 1) {
            return false;
        }
        boolean after = !isMaxvalue(bound.to().get(0))
                && low.flatMap(limit -> order(limit.value(), constant(bound.to().get(0))))
                        .filter(order -> order >= 0)
                        .isPresent();
        boolean before = !isMinvalue(bound.from().get(0))
                && high.filter(limit -> order(
                                        limit.value(), constant(bound.from().get(0)))
                                .filter(order -> order < 0 || (order == 0 && !limit.included()))
                                .isPresent())
                        .isPresent();
        return after || before;
    }

    /** Whether all rows of the partition are in this range. */
    boolean contains(PartitionBound bound) {
        if (bound.kind() == PartitionBound.Kind.LIST) {
            return values.filter(listed -> listed.containsAll(constants(bound.from())))
                    .isPresent();
        }
        if (bound.kind() != PartitionBound.Kind.RANGE || bound.from().size() != 1 || values.isPresent()) {
            return false;
        }
        boolean begins = low.isEmpty()
                || low.flatMap(limit -> order(constant(bound.from().get(0)), limit.value()))
                        .filter(order -> order > 0 || (order == 0 && low.get().included()))
                        .isPresent();
        boolean ends = high.isEmpty()
                || high.flatMap(limit -> order(constant(bound.to().get(0)), limit.value()))
                        .filter(order -> order <= 0)
                        .isPresent();
        return begins && ends;
    }

    private static boolean isMinvalue(String value) {
        return value.equalsIgnoreCase("minvalue");
    }

    private static boolean isMaxvalue(String value) {
        return value.equalsIgnoreCase("maxvalue");
    }

    private static List<String> constants(List<String> written) {
        return written.stream().map(ConditionRange::constant).toList();
    }

    /** A constant without its cast and quotes. */
    static String constant(String written) {
        List<String> literals = new ArrayList<>();
        for (Token token : Lexer.tokens(written)) {
            if (token.kind() == Kind.STRING || token.kind() == Kind.NUMBER) {
                literals.add(written.substring(token.start(), token.end()));
            } else if (token.kind() == Kind.OPERATOR && token.value().equals("-") && literals.isEmpty()) {
                literals.add("-");
            }
        }
        String joined = literals.isEmpty() ? written.toLowerCase(Locale.ROOT) : String.join("", literals);
        return joined.startsWith("'") ? joined.substring(1, joined.length() - 1) : joined;
    }

    /** How two constants stand to each other, where that does not depend on their type. */
    private static Optional<Integer> order(String one, String other) {
        if (one.equals(other)) {
            return Optional.of(0);
        }
        boolean numbers = isNumber(one) && isNumber(other);
        if (numbers) {
            return Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)));
        }
        boolean dates = one.length() == other.length() && isDate(one) && isDate(other);
        return dates ? Optional.of(one.compareTo(other)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.length() <= 40 && text.matches("-?\\d+(\\.\\d+)?");
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2})?)?");
    }
}
