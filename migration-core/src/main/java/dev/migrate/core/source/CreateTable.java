package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code createTable(…)} and its steps.
 *
 * @param head the text up to the parenthesis
 * @param columns and after them the constraints, whatever the order of the calls
 * @param tail what follows the parenthesis
 * @param comment the statement that comments the table
 */
record CreateTable(
        Traced head,
        Traced table,
        List<Traced> columns,
        List<Traced> constraints,
        Traced tail,
        Optional<Traced> comment,
        List<String> lost,
        Optional<Query> query)
        implements JooqStatement {
    /**
     * The query that fills the table.
     *
     * @param names of the columns alone, as jOOQ writes them before a query
     */
    record Query(List<Traced> names, Optional<Traced> select, Traced data) {}

    private boolean temporary() {
        return head.text().startsWith("create temporary");
    }

    static CreateTable of(Call call, String words) {
        Traced table = JooqPart.table(call.argument(0));
        CreateTable empty = new CreateTable(
                call.word(words).then(table),
                table,
                List.of(),
                List.of(),
                Traced.EMPTY,
                Optional.empty(),
                List.of(),
                Optional.empty());
        return empty.with(call.spread(1));
    }

    @Override
    public Traced sql() {
        Traced create = query.isPresent() && query.get().select().isPresent() ? filled(query.get()) : defined();
        return comment.isEmpty() ? create : JooqStatement.block(create, comment.get());
    }

    /** Without columns jOOQ leaves the constraints out, too. */
    private Traced defined() {
        List<Traced> elements = new ArrayList<>(columns);
        elements.addAll(constraints);
        return columns.isEmpty()
                ? head.then(tail)
                : head.then(" ", Span.NONE)
                        .then(Traced.join(", ", elements).enclosed())
                        .then(tail);
    }

    private Traced filled(Query given) {
        Traced names = given.names().isEmpty()
                ? Traced.EMPTY
                : Traced.of(" ", Span.NONE)
                        .then(Traced.join(", ", given.names()).enclosed());
        return head.then(names)
                .then(tail)
                .then(" as ", Span.NONE)
                .then(given.select().orElse(Traced.EMPTY))
                .then(given.data());
    }

    private CreateTable as(Call call) {
        Argument source = call.require(1).argument(0);
        if (!(source.value() instanceof JooqSelect select) || !constraints.isEmpty()) {
            throw new NotUnderstood("the query that fills the table is not read", source.span());
        }
        List<Traced> names = query.map(Query::names).orElse(List.of());
        return with(new Query(names, Optional.of(select.expression().full()), Traced.EMPTY));
    }

    private CreateTable data(Call call, String words) {
        Query given = query.filter(found -> found.select().isPresent()).orElseThrow(call::notUnderstood);
        return with(new Query(given.names(), given.select(), call.require(0).word(words)));
    }

    private CreateTable with(Query given) {
        return new CreateTable(head, table, columns, constraints, tail, comment, lost, Optional.of(given));
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "as" -> as(call);
            case "withData" -> data(call, " with data");
            case "withNoData" -> data(call, " with no data");
            case "column" -> column(call);
            case "columns", "constraint", "constraints", "tableElements" -> with(call.spread(0));
            case "primaryKey", "unique", "check" -> constraint(call);
            case "comment" -> commented(call);
            case "storage" ->
                ended(call.word(" ")
                        .then(Templates.rendered(
                                call.argument(0), call.arguments().subList(1, call.count()), call)));
            case "onCommitDrop" -> onCommit(call, " on commit drop");
            case "onCommitDeleteRows" -> onCommit(call, " on commit delete rows");
            case "onCommitPreserveRows" -> onCommit(call, " on commit preserve rows");
            default -> throw call.notUnderstood();
        };
    }

    static Traced comment(Call call, Traced table, Traced text) {
        return call.word("comment on table ")
                .then(table)
                .then(" is ", Span.NONE)
                .then(JooqSql.literal(
                        new Argument(new Value.Text(text), call.argument(0).span())));
    }

    private CreateTable column(Call call) {
        if (call.count() == 2 && call.argument(1).value() instanceof JooqType type) {
            return withColumn(call.argument(0), type);
        }
        return with(call.require(1).arguments());
    }

    private CreateTable with(List<Argument> elements) {
        CreateTable all = this;
        for (Argument element : elements) {
            Optional<JooqType> type = AlterTable.fieldType(element);
            if (type.isPresent()) {
                all = all.withColumn(element, type.get());
            } else if (element.value() instanceof JooqPart.Constraint) {
                all = all.withConstraint(AlterTable.element(element));
            } else {
                all = all.untyped(element);
            }
        }
        return all;
    }

    private CreateTable constraint(Call call) {
        JooqPart.Constraint constraint = (JooqPart.Constraint) Constraints.begin(Optional.empty(), call);
        return withConstraint(constraint.sql(call.span()));
    }

    private CreateTable withColumn(Argument column, JooqType type) {
        List<Traced> more = new ArrayList<>(columns);
        more.add(AlterTable.columnDefinition(column, type));
        List<String> lostMore = new ArrayList<>(lost);
        lostMore.addAll(AlterTable.lost(column, type));
        CreateTable added = new CreateTable(head, table, more, constraints, tail, comment, lostMore, query);
        return added.named(JooqPart.column(column));
    }

    private CreateTable named(Traced column) {
        List<Traced> names = new ArrayList<>(query.map(Query::names).orElse(List.of()));
        names.add(column);
        Optional<Traced> select = query.flatMap(Query::select);
        return with(new Query(names, select, query.map(Query::data).orElse(Traced.EMPTY)));
    }

    /** A column without a type: jOOQ writes a type that PostgreSQL does not have, or the name before a query. */
    private CreateTable untyped(Argument column) {
        List<Traced> more = new ArrayList<>(columns);
        more.add(JooqPart.column(column).then(" any", Span.NONE));
        return new CreateTable(head, table, more, constraints, tail, comment, lost, query)
                .named(JooqPart.column(column));
    }

    private CreateTable withConstraint(Traced constraint) {
        List<Traced> more = new ArrayList<>(constraints);
        more.add(constraint);
        return new CreateTable(head, table, columns, more, tail, comment, lost, query);
    }

    private CreateTable commented(Call call) {
        Traced statement = comment(call, table, call.require(1).argument(0).text("the comment"));
        return new CreateTable(head, table, columns, constraints, tail, Optional.of(statement), lost, query);
    }

    private CreateTable onCommit(Call call, String words) {
        return temporary() ? ended(call.require(0).word(words)) : this;
    }

    private CreateTable ended(Traced clause) {
        return new CreateTable(head, table, columns, constraints, tail.then(clause), comment, lost, query);
    }
}
