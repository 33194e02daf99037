package dev.migrate.core.source;

import dev.migrate.core.operation.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a jOOQ statement, each with the text that jOOQ renders for PostgreSQL. */
interface JooqPart extends Value.Opaque {
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
    }

    /** A {@code Table}. */
    record Table(Traced qualified, Traced last) implements JooqPart {}

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
        return argument.value() instanceof Table table
                ? table.qualified()
                : name(argument, "table").qualified();
    }

    /** A table's name without its schema, as a new name. */
    static Traced tableLast(Argument argument) {
        return argument.value() instanceof Table table
                ? table.last()
                : name(argument, "table").last();
    }

    /** The name of a column; a table in front of it is left out, as in every DDL statement. */
    static Traced column(Argument argument) {
        return argument.value() instanceof JooqSql field
                ? field.sql()
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
