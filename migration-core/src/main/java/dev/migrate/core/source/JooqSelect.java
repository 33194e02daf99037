package dev.migrate.core.source;

import dev.migrate.core.source.JooqSql.Connective;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A SELECT of jOOQ's, as views and tables are made of it.
 *
 * @param head the text up to FROM
 * @param from the tables and the joins
 * @param open the condition that a further {@code and} or {@code or} belongs to
 * @param conditions by their clause
 * @param tail other clauses, each with the words before it
 * @param limits how many rows, in the order that jOOQ writes them
 */
record JooqSelect(
        JooqSql head,
        Optional<JooqSql> from,
        Optional<Clause> open,
        Map<Clause, JooqSql> conditions,
        Map<Clause, JooqSql> tail,
        Map<Clause, JooqSql> limits,
        Optional<JooqSql> combined)
        implements JooqStatement.Begun {
    /** The clauses in their order. */
    enum Clause {
        /** Of the join that was named last. */
        ON(" on "),
        /** WHERE. */
        WHERE(" where "),
        /** GROUP BY. */
        GROUP(" group by "),
        /** HAVING. */
        HAVING(" having "),
        /** ORDER BY. */
        ORDER(" order by "),
        /** OFFSET. */
        OFFSET(" offset "),
        /** FETCH. */
        FETCH(" fetch next ");

        private final String words;

        Clause(String words) {
            this.words = words;
        }
    }

    private static final Map<String, String> JOINS = Map.ofEntries(
            Map.entry("join", " join "),
            Map.entry("innerJoin", " join "),
            Map.entry("leftJoin", " left outer join "),
            Map.entry("leftOuterJoin", " left outer join "),
            Map.entry("rightJoin", " right outer join "),
            Map.entry("rightOuterJoin", " right outer join "),
            Map.entry("fullJoin", " full outer join "),
            Map.entry("fullOuterJoin", " full outer join "),
            Map.entry("crossJoin", " cross join "));

    private static final Map<String, String> SETS =
            Map.of("union", " union ", "unionAll", " union all ", "except", " except ", "intersect", " intersect ");

    private static final Set<String> METHODS =
            Set.of("select", "selectDistinct", "selectFrom", "selectCount", "selectOne");

    static boolean begins(String method) {
        return METHODS.contains(method);
    }

    static Value of(Call call) {
        return switch (call.method()) {
            case "selectCount" -> of(JooqSql.of(call.require(0).word("select count(*)")));
            case "selectOne" -> of(JooqSql.of(call.require(0).word("select 1 as \"one\"")));
            case "selectFrom" -> of(JooqSql.of(call.word("select *"))).from(call);
            default -> selected(call);
        };
    }

    private static JooqSelect of(JooqSql head) {
        return new JooqSelect(head, Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), Optional.empty());
    }

    private static Value selected(Call call) {
        String words = call.method().equals("select") ? "select " : "select distinct ";
        List<JooqSql> columns = call.spread(0).stream().map(JooqSelect::column).toList();
        JooqSql list = columns.isEmpty() ? JooqSql.composed("*") : JooqSql.joined(", ", columns);
        return of(JooqSql.composed(call.word(words), list));
    }

    /** Only here the alias is declared. */
    private static JooqSql column(Argument argument) {
        JooqSql expression = JooqSql.expression(argument);
        return expression
                .aliased()
                .map(real -> JooqSql.composed(real, " as ", expression))
                .orElse(expression);
    }

    /** The query as an expression without parentheses; it names columns with their table. */
    JooqSql expression() {
        List<Object> parts = new ArrayList<>();
        parts.add(head.full());
        from.ifPresent(tables -> {
            parts.add(" from ");
            parts.add(tables.full());
        });
        if (conditions.containsKey(Clause.ON)) {
            parts.add(Clause.ON.words);
            parts.add(joinCondition());
        }
        for (Clause clause : Clause.values()) {
            JooqSql given = clause == Clause.ON ? null : conditions.getOrDefault(clause, tail.get(clause));
            if (given != null) {
                parts.add(clause.words);
                parts.add(given.full());
            }
        }
        combined.ifPresent(other -> parts.add(other.full()));
        limits.forEach((clause, rows) -> {
            parts.add(clause.words);
            parts.add(rows.full());
            parts.add(clause == Clause.OFFSET ? " rows" : " rows only");
        });
        return JooqSql.composed(parts);
    }

    private Traced joinCondition() {
        JooqSql condition = conditions.get(Clause.ON);
        return condition == null ? Traced.EMPTY : condition.full();
    }

    @Override
    public Value call(Call call) {
        if (JOINS.containsKey(call.method())) {
            return join(call);
        }
        if (SETS.containsKey(call.method())) {
            return combinedWith(call);
        }
        return switch (call.method()) {
            case "from" -> from(call);
            case "on" -> opened(Clause.ON, call);
            case "where" -> opened(Clause.WHERE, call);
            case "having" -> opened(Clause.HAVING, call);
            case "and" -> further(Connective.AND, call);
            case "or" -> further(Connective.OR, call);
            case "using" -> using(call);
            case "whereExists" -> exists(call);
            case "groupBy" -> clause(Clause.GROUP, call);
            case "orderBy" -> clause(Clause.ORDER, call);
            case "limit" -> rows(Clause.FETCH, call);
            case "offset" -> rows(Clause.OFFSET, call);
            case "asTable" -> asTable(call);
            case "as" ->
                expression()
                        .enclosed()
                        .as(JooqPart.name(call.require(1).argument(0), "alias").last());
            case "asField" -> expression().enclosed();
            default -> throw call.notUnderstood();
        };
    }

    private Value asTable(Call call) {
        Traced name = JooqPart.name(call.require(1).argument(0), "alias").last();
        return new JooqPart.Aliased(
                expression().enclosed().full().then(" as ", Span.NONE).then(name), name);
    }

    private JooqSelect with(JooqSql tables, Optional<Clause> nowOpen, Map<Clause, JooqSql> given) {
        return new JooqSelect(head, Optional.of(tables), nowOpen, given, tail, limits, combined);
    }

    private JooqSelect from(Call call) {
        if (from.isPresent() || combined.isPresent()) {
            throw call.notUnderstood();
        }
        Argument first = call.argument(0);
        boolean everything = head.sql().text().endsWith(" *");
        if (everything && call.spread(0).stream().anyMatch(table -> table.value() instanceof GeneratedTable)) {
            throw new NotUnderstood("which columns the query has is not read", call.methodSpan());
        }
        List<JooqSql> tables = first.value() instanceof Value.Text
                ? List.of(JooqSql.of(Templates.rendered(first, call.arguments().subList(1, call.count()), call)))
                : call.spread(0).stream().map(JooqSelect::table).toList();
        return with(JooqSql.joined(", ", tables), Optional.empty(), conditions);
    }

    private static JooqSql table(Argument argument) {
        if (argument.value() instanceof JooqPart.Aliased aliased) {
            return JooqSql.of(aliased.declaration());
        }
        if (argument.value() instanceof JooqSelect) {
            throw new NotUnderstood("the query has no alias", argument.span());
        }
        return JooqSql.of(JooqPart.plainTable(argument));
    }

    /** The tables so far, with the condition of the join before. */
    private JooqSql joined() {
        JooqSql tables = from.orElseThrow(() -> new NotUnderstood("the query has no table to join", Span.NONE));
        return conditions.containsKey(Clause.ON) ? JooqSql.composed(tables, Clause.ON.words, joinCondition()) : tables;
    }

    private Map<Clause, JooqSql> withoutJoin() {
        Map<Clause, JooqSql> others = new EnumMap<>(Clause.class);
        others.putAll(conditions);
        others.remove(Clause.ON);
        return others;
    }

    private Value join(Call call) {
        Traced words = call.word(JOINS.getOrDefault(call.method(), ""));
        return with(
                JooqSql.composed(joined(), words, table(call.require(1).argument(0))), Optional.empty(), withoutJoin());
    }

    private Value using(Call call) {
        Traced columns = JooqPart.columns(call.spread(0));
        return with(JooqSql.composed(joined(), " using ", columns), Optional.empty(), withoutJoin());
    }

    private Value opened(Clause clause, Call call) {
        if (conditions.containsKey(clause) || combined.isPresent() || (clause == Clause.ON && from.isEmpty())) {
            throw call.notUnderstood();
        }
        return condition(clause, DslFunctions.conditions(call));
    }

    private JooqSelect condition(Clause clause, JooqSql condition) {
        Map<Clause, JooqSql> all = new EnumMap<>(Clause.class);
        all.putAll(conditions);
        all.put(clause, condition);
        return new JooqSelect(head, from, Optional.of(clause), all, tail, limits, combined);
    }

    private Value further(Connective connective, Call call) {
        Clause clause = open.orElseThrow(call::notUnderstood);
        JooqSql before = conditions.getOrDefault(clause, head);
        return condition(
                clause,
                JooqSql.compound(
                        connective,
                        List.of(before, JooqSql.condition(call.require(1).argument(0)))));
    }

    private Value exists(Call call) {
        if (call.require(1).argument(0).value() instanceof JooqSelect select) {
            return condition(
                    Clause.WHERE,
                    JooqSql.composed("exists ", select.expression().enclosed()));
        }
        throw call.notUnderstood();
    }

    private Value clause(Clause clause, Call call) {
        if (combined.isPresent() || tail.containsKey(clause)) {
            throw call.notUnderstood();
        }
        List<JooqSql> expressions =
                call.spread(0).stream().map(JooqSql::expression).toList();
        Map<Clause, JooqSql> all = new EnumMap<>(Clause.class);
        all.putAll(tail);
        all.put(clause, JooqSql.joined(", ", expressions));
        return new JooqSelect(head, from, Optional.empty(), conditions, all, limits, combined);
    }

    private Value rows(Clause clause, Call call) {
        Map<Clause, JooqSql> all = new EnumMap<>(Clause.class);
        all.putAll(limits);
        all.put(clause, JooqSql.expression(call.require(1).argument(0)));
        return new JooqSelect(head, from, Optional.empty(), conditions, tail, all, combined);
    }

    /** Two queries; with more of them jOOQ encloses some. */
    private Value combinedWith(Call call) {
        boolean plain = call.require(1).argument(0).value() instanceof JooqSelect other
                && other.combined.isEmpty()
                && other.limits.isEmpty()
                && !other.tail.containsKey(Clause.ORDER)
                && combined.isEmpty()
                && limits.isEmpty()
                && !tail.containsKey(Clause.ORDER);
        if (!plain) {
            throw call.notUnderstood();
        }
        JooqSelect other = (JooqSelect) call.argument(0).value();
        JooqSql both = JooqSql.composed(call.word(SETS.getOrDefault(call.method(), "")), other.expression());
        return new JooqSelect(head, from, Optional.empty(), conditions, tail, limits, Optional.of(both));
    }
}
