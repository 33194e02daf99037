package dev.migrate.core.source;

import dev.migrate.core.operation.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a jOOQ statement, each with the text that jOOQ renders for PostgreSQL. */
interface JooqPart extends Value.Opaque {
    /** What it gives in a text of Java's, where that is known. */
    default Optional<Traced> asText() {
        return Optional.empty();
    }

    /** SQL of the author's. */
    record Sql(Traced sql) implements JooqPart {
        @Override
        public Optional<Traced> asText() {
            return Optional.of(sql);
        }
    }

    /** A {@code Name}: quoted unless the author says otherwise. */
    record Name(List<Traced> parts, boolean quoted) implements JooqPart {
        Traced last() {
            return rendered(parts.get(parts.size() - 1));
        }

        Traced qualified() {
            return Traced.join(".", parts.stream().map(this::rendered).toList());
        }

        private Traced rendered(Traced part) {
            return quoted ? quote(part) : part;
        }

        @Override
        public Optional<Traced> asText() {
            return Optional.of(qualified());
        }
    }

    /** A {@code Table}. */
    record Table(Traced qualified, Traced last) implements JooqPart {
        Table at(Span span) {
            return new Table(qualified.at(span), last.at(span));
        }

        @Override
        public Optional<Traced> asText() {
            return Optional.of(qualified);
        }
    }

    /** A table, or a query as a table, with its alias. */
    record Aliased(Traced declaration, Traced name) implements JooqPart {}

    /** A {@code Sequence}. */
    record SequenceRef(Traced qualified) implements JooqPart, Value.Receiver {
        @Override
        public Optional<Traced> asText() {
            return Optional.of(qualified);
        }

        @Override
        public Value call(Call call) {
            String function = call.method().equals("currval") ? "currval" : "nextval";
            if (!call.method().equals(function)) {
                throw call.notUnderstood();
            }
            String name = qualified.text().replace("'", "''");
            return JooqSql.of(call.require(0).word(function + "('" + name + "')"))
                    .typed("BIGINT");
        }
    }

    /** A {@code Constraint}, or a {@code ForeignKey} that can still be told what happens on delete. */
    record Constraint(Optional<Traced> name, Optional<Traced> body) implements JooqPart, Value.Receiver {
        Traced sql(Span span) {
            Traced rule = body.orElseThrow(() -> new NotUnderstood("the constraint says nothing", span));
            return name.map(given -> Traced.of("constraint ", Span.NONE)
                            .then(given)
                            .then(" ", Span.NONE)
                            .then(rule))
                    .orElse(rule);
        }

        @Override
        public Value call(Call call) {
            return Constraints.call(this, call);
        }
    }

    /** An identifier in quotes, all of it at the place where the name was written. */
    static Traced quote(Traced name) {
        return Traced.of(
                Identifiers.quote(name.text()), name.span(0, name.text().length()));
    }

    /** The name of a table as a statement names it. */
    static Traced table(Argument argument) {
        return known(argument)
                .map(Table::qualified)
                .orElseGet(() -> name(argument, "table").qualified());
    }

    /** A table's name without its schema, as a new name. */
    static Traced tableLast(Argument argument) {
        return known(argument)
                .map(Table::last)
                .orElseGet(() -> name(argument, "table").last());
    }

    private static Optional<Table> known(Argument argument) {
        if (argument.value() instanceof GeneratedTable generated) {
            return Optional.of(generated.table().at(argument.span()));
        }
        if (argument.value() instanceof SequenceRef sequence) {
            return Optional.of(new Table(sequence.qualified(), sequence.qualified()));
        }
        return argument.value() instanceof Table table ? Optional.of(table) : Optional.empty();
    }

    /** A table where a text is plain SQL. */
    static Traced plainTable(Argument argument) {
        return argument.value() instanceof Value.Text ? DslFunctions.plainSql(argument) : table(argument);
    }

    /** A part in a template. */
    static Optional<Traced> rendered(JooqPart part) {
        return part.asText();
    }

    /** A method of a name or a table. */
    static Value call(Argument receiver, Call call) {
        if (receiver.value() instanceof Value.Unknown unknown) {
            throw new NotUnderstood(unknown.reason(), receiver.span());
        }
        if (receiver.value() instanceof Sql sql && call.method().equals("toString")) {
            return new Value.Text(sql.sql());
        }
        if (receiver.value() instanceof Name name) {
            return ofName(name, call);
        }
        boolean named = receiver.value() instanceof Table || receiver.value() instanceof GeneratedTable;
        if (named && call.method().equals("toString")) {
            return new Value.Text(table(receiver));
        }
        if (named && call.method().equals("asterisk")) {
            return JooqSql.of(table(receiver).then(".*", Span.NONE));
        }
        if (named && call.method().equals("as")) {
            Traced alias = name(call.require(1).argument(0), "alias").last();
            return new Aliased(table(receiver).then(" as ", Span.NONE).then(alias), alias);
        }
        if (named && call.method().equals("getName")) {
            return new Value.Text(unquoted(tableLast(receiver)));
        }
        throw call.notUnderstood();
    }

    private static Value ofName(Name name, Call call) {
        return switch (call.method()) {
            case "append" -> {
                List<Traced> parts = new ArrayList<>(name.parts());
                Name more = name(call.require(1).argument(0), "name");
                parts.addAll(more.parts());
                yield new Name(parts, name.quoted() && more.quoted());
            }
            case "last" -> new Value.Text(name.parts().get(name.parts().size() - 1));
            case "first" -> new Value.Text(name.parts().get(0));
            case "unqualifiedName" ->
                new Name(List.of(name.parts().get(name.parts().size() - 1)), name.quoted());
            case "quotedName" -> new Name(name.parts(), true);
            case "unquotedName" -> new Name(name.parts(), false);
            case "toString" -> new Value.Text(name.qualified());
            default -> throw call.notUnderstood();
        };
    }

    static Traced unquoted(Traced name) {
        String text = name.text();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted && text.indexOf('"', 1) == text.length() - 1 ? name.sub(1, text.length() - 1) : name;
    }

    /** What {@code new} makes of jOOQ's classes. */
    static Optional<Value> created(String type, Call call) {
        if (type.equals("DefaultDataType") && call.count() == 3) {
            Argument name = call.settled().argument(2);
            return Optional.of(JooqType.userDefined(name.text("the type").at(name.span())));
        }
        return type.equals("SchemaImpl") ? Optional.of(name(call.settled().argument(0), "schema")) : Optional.empty();
    }

    /** The name of a column; a table in front of it is left out, as in every DDL statement. */
    static Traced column(Argument argument) {
        return argument.value() instanceof JooqSql field
                ? field.column()
                : name(argument, "column").last();
    }

    /** The name of a constraint. */
    static Traced constraint(Argument argument) {
        if (argument.value() instanceof Constraint constraint) {
            return constraint
                    .name()
                    .orElseThrow(() -> new NotUnderstood("the constraint has no name", argument.span()));
        }
        return name(argument, "constraint").last();
    }

    /** The name of a constraint that is dropped: jOOQ leaves what the author wrote before it. */
    static Traced droppedConstraint(Argument argument) {
        return argument.value() instanceof Constraint
                ? constraint(argument)
                : name(argument, "constraint").qualified();
    }

    /** The name of an index, without its schema: jOOQ leaves that out. */
    static Traced index(Argument argument) {
        return name(argument, "index").last();
    }

    /** A name given as text or as {@code Name}. */
    static Name name(Argument argument, String what) {
        if (argument.value() instanceof Name name) {
            return name;
        }
        if (argument.value() instanceof Value.Text text) {
            return new Name(List.of(text.traced().at(argument.span())), true);
        }
        throw new NotUnderstood("the name of the " + what + " is not a constant", argument.span());
    }

    /** Names in parentheses. */
    static Traced columns(List<Argument> arguments) {
        List<Traced> names = new ArrayList<>();
        for (Argument argument : arguments) {
            names.add(column(argument));
        }
        return Traced.join(", ", names).enclosed();
    }
}
