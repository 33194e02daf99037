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
        List<String> lost)
        implements JooqStatement {
    static CreateTable of(Call call, String words) {
        Traced table = JooqPart.table(call.argument(0));
        CreateTable empty = new CreateTable(
                call.word(words).then(table), table, List.of(), List.of(), Traced.EMPTY, Optional.empty(), List.of());
        return empty.with(call.spread(1));
    }

    @Override
    public Traced sql() {
        List<Traced> elements = new ArrayList<>(columns);
        elements.addAll(constraints);
        Traced create = elements.isEmpty()
                ? head
                : head.then(" ", Span.NONE)
                        .then(Traced.join(", ", elements).enclosed())
                        .then(tail);
        return comment.isEmpty() ? create : JooqStatement.block(create, comment.get());
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "column" -> column(call);
            case "columns", "constraint", "constraints", "tableElements" -> with(call.spread(0));
            case "primaryKey", "unique", "check" -> constraint(call);
            case "comment" -> commented(call);
            case "storage" ->
                ended(call.word(" ").then(call.require(1).argument(0).text("the storage clause")));
            case "onCommitDrop" -> ended(call.word(" on commit drop"));
            case "onCommitDeleteRows" -> ended(call.word(" on commit delete rows"));
            case "onCommitPreserveRows" -> ended(call.word(" on commit preserve rows"));
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
            all = type.isPresent()
                    ? all.withColumn(element, type.get())
                    : all.withConstraint(AlterTable.element(element));
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
        return new CreateTable(head, table, more, constraints, tail, comment, lostMore);
    }

    private CreateTable withConstraint(Traced constraint) {
        List<Traced> more = new ArrayList<>(constraints);
        more.add(constraint);
        return new CreateTable(head, table, columns, more, tail, comment, lost);
    }

    private CreateTable commented(Call call) {
        Traced statement = comment(call, table, call.require(1).argument(0).text("the comment"));
        return new CreateTable(head, table, columns, constraints, tail, Optional.of(statement), lost);
    }

    private CreateTable ended(Traced clause) {
        return new CreateTable(head, table, columns, constraints, tail.then(clause), comment, lost);
    }
}
