package dev.migrate.core.sql;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ConstraintSpec.KeyForm;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads constraints of tables and columns.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
final class ConstraintReader {
    private final Cursor cursor;

    ConstraintReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a table constraint begins here, and no column. */
    boolean atTableConstraint() {
        return cursor.at("constraint")
                || cursor.at("check")
                || cursor.at("unique")
                || cursor.at("primary")
                || cursor.at("foreign")
                || cursor.at("not", "null")
                || cursor.at("exclude", "using")
                || (cursor.at("exclude") && cursor.peek(1).symbol("("));
    }

    /** Reads {@code [CONSTRAINT name] …} of a table with its attributes, and the token to point at. */
    Placed tableConstraint() {
        Optional<Token> name = constraintName();
        Token keyword = cursor.peek();
        Token pointAt = name.orElse(keyword);
        return new Placed(kind(name.map(Token::value)), pointAt);
    }

    /** {@code CONSTRAINT name}, if it is there. */
    Optional<Token> constraintName() {
        return cursor.accept("constraint") ? Optional.of(cursor.name("a constraint's name")) : Optional.empty();
    }

    private ConstraintSpec kind(Optional<String> name) {
        if (cursor.accept("check")) {
            String expression = cursor.parenthesised();
            Attributes attributes = attributes(true);
            return new ConstraintSpec.Check(
                    name, expression, attributes.notValid(), attributes.enforced(), attributes.noInherit());
        }
        if (cursor.accept("foreign", "key")) {
            Columns columns = columns();
            return references(name, columns.names(), columns.period(), true);
        }
        if (cursor.accept("unique")) {
            return unique(name, false);
        }
        if (cursor.accept("primary", "key")) {
            return unique(name, true);
        }
        if (cursor.accept("not", "null")) {
            String column = cursor.name("a column's name").value();
            Attributes attributes = attributes(true);
            return new ConstraintSpec.NotNull(name, column, attributes.notValid(), attributes.noInherit());
        }
        if (cursor.at("exclude")) {
            return exclusion(name);
        }
        throw cursor.expected("a constraint");
    }

    private ConstraintSpec unique(Optional<String> name, boolean primary) {
        Optional<String> index = Optional.empty();
        List<String> columns = List.of();
        KeyForm form = KeyForm.PLAIN;
        if (cursor.accept("using", "index")) {
            index = Optional.of(cursor.name("an index's name").value());
        } else {
            boolean nullsNotDistinct = nullsNotDistinct();
            Columns listed = columns();
            columns = listed.names();
            form = new KeyForm(indexParameters(), nullsNotDistinct, listed.withoutOverlaps());
        }
        Optional<String> options = attributes(false).options();
        return primary
                ? new ConstraintSpec.PrimaryKey(name, columns, index, options, form)
                : new ConstraintSpec.Unique(name, columns, index, options, form);
    }

    /** Columns in parentheses; since 18 the last one can be WITHOUT OVERLAPS, or PERIOD in a foreign key. */
    private Columns columns() {
        List<String> names = new ArrayList<>(2);
        boolean period = false;
        boolean withoutOverlaps = false;
        cursor.expectSymbol("(");
        do {
            period = cursor.at("period") && cursor.peek(1).identifier() && cursor.accept("period");
            names.add(cursor.name("a column's name").value());
            withoutOverlaps = cursor.accept("without", "overlaps");
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return new Columns(names, withoutOverlaps, period);
    }

    private record Columns(List<String> names, boolean withoutOverlaps, boolean period) {}

    /** {@code NULLS [NOT] DISTINCT}, since 15. */
    boolean nullsNotDistinct() {
        if (!cursor.accept("nulls")) {
            return false;
        }
        boolean not = cursor.accept("not");
        cursor.expect("distinct");
        return not;
    }

    /** What may follow an inline or listed key: INCLUDE, and storage parameters and tablespace, which change nothing here. */
    List<String> indexParameters() {
        List<String> including = cursor.accept("include") ? cursor.names("a column's name") : List.of();
        if (cursor.accept("with")) {
            cursor.parenthesised();
        }
        if (cursor.accept("using", "index", "tablespace")) {
            cursor.name("a tablespace's name");
        }
        return including;
    }

    /**
     * {@code REFERENCES table [(columns)] …} with what follows it.
     *
     * @param period whether the last column is a PERIOD
     * @param ofTable whether it stands on the table, where NOT VALID may follow
     */
    ConstraintSpec.ForeignKey references(Optional<String> name, List<String> columns, boolean period, boolean ofTable) {
        cursor.expect("references");
        ObjectName table = cursor.objectName("the referenced table's name").name();
        List<String> referenced = cursor.atSymbol("(") ? columns().names() : List.of();
        ForeignKeyOptions options = ForeignKeyOptions.read(cursor);
        Attributes attributes = attributes(ofTable);
        return new ConstraintSpec.ForeignKey(
                name,
                columns,
                table,
                referenced,
                attributes.notValid(),
                attributes.enforced(),
                options.with(attributes.options()),
                period);
    }

    private ConstraintSpec exclusion(Optional<String> name) {
        Token first = cursor.expect("exclude");
        if (cursor.accept("using")) {
            cursor.name("an access method's name");
        }
        cursor.parenthesised();
        if (cursor.accept("include")) {
            cursor.parenthesised();
        }
        if (cursor.accept("with")) {
            cursor.parenthesised();
        }
        if (cursor.accept("using", "index", "tablespace")) {
            cursor.name("a tablespace's name");
        }
        if (cursor.accept("where")) {
            cursor.parenthesised();
        }
        attributes(false);
        return new ConstraintSpec.Exclusion(name, cursor.textFrom(first));
    }

    /**
     * The attributes that may follow any constraint, in any order.
     *
     * @param mayBeNotValid whether NOT VALID is an attribute here; for a column's constraint it is not
     */
    Attributes attributes(boolean mayBeNotValid) {
        boolean notValid = false;
        boolean enforced = true;
        boolean deferrable = false;
        boolean deferred = false;
        boolean noInherit = false;
        while (true) {
            if (mayBeNotValid && cursor.accept("not", "valid")) {
                notValid = true;
            } else if (cursor.accept("not", "enforced")) {
                enforced = false;
            } else if (cursor.accept("deferrable")) {
                deferrable = true;
            } else if (cursor.accept("initially", "deferred")) {
                deferred = true;
            } else if (cursor.accept("no", "inherit")) {
                noInherit = true;
            } else if (!(cursor.accept("enforced")
                    || cursor.accept("not", "deferrable")
                    || cursor.accept("initially", "immediate"))) {
                return new Attributes(notValid, enforced, deferrable || deferred, deferred, noInherit);
            }
        }
    }

    record Attributes(boolean notValid, boolean enforced, boolean deferrable, boolean deferred, boolean noInherit) {
        /** DEFERRABLE and INITIALLY DEFERRED as text, where they are not as by default. */
        Optional<String> options() {
            if (!deferrable) {
                return Optional.empty();
            }
            return Optional.of(deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
        }
    }

    /** A constraint and the token to point at: its name, or the key word where it has none. */
    record Placed(ConstraintSpec constraint, Token pointAt) {}
}
