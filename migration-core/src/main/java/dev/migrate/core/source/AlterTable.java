package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code alterTable(…)} and its steps.
 *
 * @param head the text up to the first action
 * @param table the table's name as the head has it
 */
record AlterTable(Traced head, Traced table) implements JooqStatement.Begun {
    static AlterTable of(Call call, String words) {
        Traced table = JooqPart.table(call.require(1).argument(0));
        return new AlterTable(call.word(words).then(table), table);
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "add", "addColumn" -> add(call, call.word(" add "));
            case "addIfNotExists", "addColumnIfNotExists" -> add(call, call.word(" add if not exists "));
            case "drop", "dropColumn", "dropColumns" -> drop(call, call.word(" drop "));
            case "dropIfExists", "dropColumnIfExists" -> drop(call, call.word(" drop if exists "));
            case "dropConstraint", "dropUnique", "dropForeignKey" -> dropConstraint(call, " drop constraint ");
            case "dropPrimaryKey" ->
                call.count() == 0
                        ? finished(call.word(" drop primary key"), Map.of("cascade", "", "restrict", ""))
                        : dropConstraint(call, " drop constraint ");
            case "alterConstraint" -> alterConstraint(call);
            case "dropConstraintIfExists" -> dropConstraint(call, " drop constraint if exists ");
            case "alter", "alterColumn" ->
                call.require(1).argument(0).value() instanceof JooqPart.Constraint
                        ? alterConstraint(call)
                        : new AlterColumn(this, call.word(" alter ").then(JooqPart.column(call.argument(0))));
            case "renameTo" ->
                finished(call.word(" rename to ").then(newName(call.require(1).argument(0))), Map.of());
            case "renameColumn" ->
                new Rename(
                        head,
                        call.word(" rename column ")
                                .then(JooqPart.column(call.require(1).argument(0))),
                        Rename.Of.COLUMN);
            case "renameConstraint" ->
                new Rename(
                        head,
                        call.word(" rename constraint ")
                                .then(JooqPart.constraint(call.require(1).argument(0))),
                        Rename.Of.CONSTRAINT);
            case "renameIndex" ->
                new Rename(
                        call.word("alter index "),
                        JooqPart.index(call.require(1).argument(0)).then(" rename", call.methodSpan()),
                        Rename.Of.INDEX);
            case "comment" ->
                JooqStatement.Finished.of(CreateTable.comment(
                        call, table, call.require(1).argument(0).text("the comment")));
            default -> throw call.notUnderstood();
        };
    }

    /** jOOQ leaves the schema out where it stays the same. */
    private Traced newName(Argument name) {
        Traced qualified = JooqPart.table(name);
        Traced last = JooqPart.tableLast(name);
        String schema = qualified
                .text()
                .substring(0, qualified.text().length() - last.text().length());
        return !schema.isEmpty() && table.text().startsWith(schema) ? last : qualified;
    }

    private Value add(Call call, Traced words) {
        if (call.count() == 2 && call.argument(1).value() instanceof JooqType type) {
            return added(words.then(columnDefinition(call.argument(0), type)), lost(call.argument(0), type));
        }
        List<Traced> actions = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Argument element : call.spread(0)) {
            actions.add(Traced.concat(words.strip().then(" ", Span.NONE), element(element)));
            fieldType(element).ifPresent(type -> lost.addAll(lost(element, type)));
        }
        return added(Traced.of(" ", Span.NONE).then(joined(actions, call)), lost);
    }

    private Value added(Traced actions, List<String> lost) {
        return new Added(head.then(actions), lost);
    }

    /** What was added can be told where, which PostgreSQL does not understand; jOOQ writes it all the same. */
    private record Added(Traced sql, List<String> lost) implements JooqStatement {
        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "first" -> new Added(sql.then(call.require(0).word(" first")), lost);
                case "after", "before" ->
                    new Added(
                            sql.then(call.word(" " + call.method() + " "))
                                    .then(JooqPart.column(call.require(1).argument(0))),
                            lost);
                default -> throw call.notUnderstood();
            };
        }
    }

    private Value alterConstraint(Call call) {
        Traced action = call.word(" alter constraint ")
                .then(JooqPart.constraint(call.require(1).argument(0)));
        return new AlterConstraint(head.then(action));
    }

    /** Whether a constraint holds is still to be told. */
    private record AlterConstraint(Traced head) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            return switch (call.require(0).method()) {
                case "enforced" -> JooqStatement.Finished.of(head.then(call.word(" enforced")));
                case "notEnforced" -> JooqStatement.Finished.of(head.then(call.word(" not enforced")));
                default -> throw call.notUnderstood();
            };
        }
    }

    private Value drop(Call call, Traced words) {
        if (call.spread(0).stream().allMatch(dropped -> dropped.value() instanceof JooqPart.Constraint)) {
            return dropConstraint(call, words.text().stripTrailing().replace("drop", "drop constraint") + " ");
        }
        List<Traced> actions = call.spread(0).stream()
                .map(column -> words.strip().then(" ", Span.NONE).then(JooqPart.column(column)))
                .toList();
        return finished(Traced.of(" ", Span.NONE).then(joined(actions, call)), JooqStatement.Finished.CASCADE);
    }

    private Value dropConstraint(Call call, String words) {
        return finished(
                call.word(words).then(JooqPart.droppedConstraint(call.require(1).argument(0))),
                JooqStatement.Finished.CASCADE);
    }

    private Value finished(Traced action, Map<String, String> endings) {
        return new JooqStatement.Finished(head.then(action), List.of(), endings);
    }

    private static Traced joined(List<Traced> actions, Call call) {
        if (actions.isEmpty()) {
            throw call.notUnderstood();
        }
        return Traced.join(", ", actions);
    }

    /** A column or a constraint as an element of a table. */
    static Traced element(Argument element) {
        if (element.value() instanceof JooqPart.Constraint constraint) {
            return constraint.sql(element.span());
        }
        JooqType type = fieldType(element)
                .orElseThrow(() -> new NotUnderstood("the column has no type that is known here", element.span()));
        return columnDefinition(element, type);
    }

    static java.util.Optional<JooqType> fieldType(Argument element) {
        return element.value() instanceof JooqSql field ? field.type() : java.util.Optional.empty();
    }

    static Traced columnDefinition(Argument column, JooqType type) {
        return JooqPart.column(column).then(" ", Span.NONE).then(type.definition());
    }

    static List<String> lost(Argument column, JooqType type) {
        return type.computed()
                ? List.of("generated column " + JooqPart.column(column).text().replace("\"", ""))
                : List.of();
    }

    /** A column that is to be altered. */
    private record AlterColumn(AlterTable alter, Traced action) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "set" -> set(call);
                case "setNotNull" -> finished(call.require(0).word(" set not null"));
                case "dropNotNull" -> finished(call.require(0).word(" drop not null"));
                case "setDefault", "defaultValue", "default_" ->
                    finished(call.word(" set default ")
                            .then(JooqSql.expression(call.require(1).argument(0))
                                    .full()));
                case "dropDefault" -> finished(call.require(0).word(" drop default"));
                default -> throw call.notUnderstood();
            };
        }

        private JooqStatement set(Call call) {
            if (!(call.require(1).argument(0).value() instanceof JooqType type)) {
                throw new NotUnderstood(
                        "the type is not one of SQLDataType's", call.argument(0).span());
            }
            String identity = type.identity() ? " generated by default as identity" : "";
            Traced change = statement(call.word(" type ").then(type.collated()).then(identity, type.span()));
            if (type.nullability().isEmpty()) {
                return JooqStatement.Finished.of(change);
            }
            Traced words = Traced.of(type.nullability().get() ? " set not null" : " drop not null", type.span());
            Traced second = Traced.concat(Traced.of("alter table ", Span.NONE), alter.table(), action, words);
            return JooqStatement.Finished.of(JooqStatement.block(change, second));
        }

        private JooqStatement finished(Traced words) {
            return JooqStatement.Finished.of(statement(words));
        }

        private Traced statement(Traced words) {
            return alter.head().then(action).then(words);
        }
    }

    /** A rename that lacks the new name. */
    record Rename(Traced head, Traced action, Of what) implements JooqStatement.Begun {
        /** What is renamed. */
        enum Of {
            /** A column. */
            COLUMN,
            /** A constraint. */
            CONSTRAINT,
            /** An index. */
            INDEX
        }

        @Override
        public Value call(Call call) {
            if (!call.method().equals("to")) {
                throw call.notUnderstood();
            }
            return JooqStatement.Finished.of(head.then(action)
                    .then(" to ", call.methodSpan())
                    .then(newName(call.require(1).argument(0))));
        }

        private Traced newName(Argument name) {
            return switch (what) {
                case COLUMN -> JooqPart.column(name);
                case CONSTRAINT -> JooqPart.constraint(name);
                case INDEX -> JooqPart.index(name);
            };
        }
    }
}
