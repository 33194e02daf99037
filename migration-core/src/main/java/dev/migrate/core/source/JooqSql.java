package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression or a condition of jOOQ's.
 *
 * @param sql as jOOQ renders it in most of its DDL: columns without their table
 * @param full as jOOQ renders it in a query: columns with their table
 * @param type where the author gave one
 * @param connective how the operands are joined; {@link Connective#NONE} for all but those that jOOQ flattens
 * @param aliased what an alias stands for: only the list of a SELECT says it
 */
record JooqSql(
        Traced sql,
        Traced full,
        Optional<JooqType> type,
        Connective connective,
        List<JooqSql> operands,
        Optional<JooqSql> aliased)
        implements JooqPart, Value.Receiver {

    /** What joins the operands of a compound. */
    enum Connective {
        /** It is no compound. */
        NONE(""),
        /** It is SQL of the author's, in parentheses. */
        PLAIN(""),
        /** All must hold. */
        AND(" and "),
        /** One must hold. */
        OR(" or "),
        /** A sum. */
        PLUS(" + "),
        /** A product. */
        TIMES(" * ");

        private final String words;

        Connective(String words) {
            this.words = words;
        }

        boolean isCondition() {
            return this == AND || this == OR;
        }

        private boolean isEnclosed() {
            return isCondition() || this == PLAIN;
        }
    }

    static JooqSql of(Traced sql) {
        return of(sql, Optional.empty());
    }

    static JooqSql of(Traced sql, Optional<JooqType> type) {
        return of(sql, sql, type);
    }

    static JooqSql of(Traced sql, Traced full, Optional<JooqType> type) {
        return new JooqSql(sql, full, type, Connective.NONE, List.of(), Optional.empty());
    }

    /** An expression of parts: texts and expressions. */
    static JooqSql composed(Object... parts) {
        return composed(List.of(parts));
    }

    static JooqSql composed(List<?> parts) {
        List<Traced> shorts = new ArrayList<>();
        List<Traced> fulls = new ArrayList<>();
        boolean same = true;
        for (Object part : parts) {
            Traced text = part instanceof JooqSql expression ? expression.sql : text(part);
            Traced full = part instanceof JooqSql expression ? expression.full : text;
            same &= text == full;
            shorts.add(text);
            fulls.add(full);
        }
        Traced sql = Traced.concat(shorts);
        return of(sql, same ? sql : Traced.concat(fulls), Optional.empty());
    }

    private static Traced text(Object part) {
        return part instanceof Traced traced ? traced : Traced.of((String) part, Span.NONE);
    }

    /** Expressions with a text between them. */
    static JooqSql joined(String separator, List<JooqSql> expressions) {
        List<Object> parts = new ArrayList<>();
        for (JooqSql expression : expressions) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(expression);
        }
        return composed(parts);
    }

    static JooqSql compound(Connective connective, List<JooqSql> parts) {
        List<JooqSql> operands = new ArrayList<>();
        for (JooqSql part : parts) {
            if (part.connective == connective) {
                operands.addAll(part.operands);
            } else {
                operands.add(part);
            }
        }
        JooqSql joined = joined(connective.words, operands).enclosed();
        Optional<JooqType> type = connective.isCondition() ? Optional.empty() : parts.get(0).type;
        return new JooqSql(joined.sql, joined.full, type, connective, operands, Optional.empty());
    }

    static JooqSql negated(JooqSql condition) {
        return condition.connective.isEnclosed() ? composed("not ", condition) : composed("not (", condition, ")");
    }

    /** A column of a table that is known. */
    static JooqSql column(Traced name, Optional<Traced> table, Optional<JooqType> type) {
        Traced full = table.map(given -> given.then(".", Span.NONE).then(name)).orElse(name);
        return of(name, full, type);
    }

    JooqSql typed(JooqType given) {
        return new JooqSql(sql, full, Optional.of(given), connective, operands, aliased);
    }

    JooqSql typed(String constant) {
        return JooqType.named(constant).map(this::typed).orElse(this);
    }

    JooqSql enclosed() {
        return composed("(", this, ")");
    }

    JooqSql as(Traced alias) {
        return new JooqSql(alias, alias, type, Connective.NONE, List.of(), Optional.of(this));
    }

    /** The name of the column that a statement defines or changes. */
    Traced column() {
        return sql;
    }

    @Override
    public Optional<Traced> asText() {
        return Optional.of(full);
    }

    static JooqSql condition(Argument argument) {
        if (argument.value() instanceof JooqSql condition) {
            return condition;
        }
        if (argument.value() instanceof Value.Text || argument.value() instanceof Sql) {
            return plain(DslFunctions.plainSql(argument));
        }
        if (argument.value() instanceof Value.Constant constant && constant.boxed() instanceof Boolean) {
            return of(literal(argument));
        }
        throw new NotUnderstood("the condition is not understood", argument.span());
    }

    /** A condition that the author wrote in SQL. */
    static JooqSql plain(Traced sql) {
        Traced enclosed = sql.enclosed();
        return new JooqSql(enclosed, enclosed, Optional.empty(), Connective.PLAIN, List.of(), Optional.empty());
    }

    /** A value where jOOQ takes a value or a field. */
    static Traced value(Argument argument) {
        return expression(argument).sql;
    }

    /** A value or a field as an expression. */
    static JooqSql expression(Argument argument) {
        if (argument.value() instanceof JooqSql field) {
            return field;
        }
        if (argument.value() instanceof JooqSelect select) {
            return select.expression().enclosed();
        }
        return of(literal(argument), LiteralText.type(argument.value()));
    }

    /** A value of Java as jOOQ writes it into the statement. */
    static Traced literal(Argument argument) {
        return LiteralText.of(argument);
    }

    @Override
    public Value call(Call call) {
        return SqlCalls.of(this, call);
    }
}
