package dev.migrate.core.sql;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ColumnSpec.Generated;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ConstraintSpec.KeyForm;
import dev.migrate.core.operation.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a column's definition: name, type, default, generation and inline constraints. */
final class ColumnReader {
    /** What ends the expression of a DEFAULT: {@code b_expr} of PostgreSQL's grammar holds none of these unquoted. */
    private static final Set<String> AFTER_DEFAULT = Set.of(
            "constraint",
            "not",
            "null",
            "check",
            "unique",
            "primary",
            "references",
            "generated",
            "default",
            "collate",
            "deferrable",
            "initially",
            "storage",
            "compression");

    private final Cursor cursor;
    private final ConstraintReader constraintReader;
    private final List<ConstraintSpec> constraints = new ArrayList<>(2);
    private boolean notNull;
    private boolean saysNull;
    private Optional<String> defaultExpression = Optional.empty();
    private Optional<Generated> generated = Optional.empty();
    private Optional<String> collation = Optional.empty();

    private ColumnReader(Cursor cursor) {
        this.cursor = cursor;
        this.constraintReader = new ConstraintReader(cursor);
    }

    /** Reads one column up to the comma, parenthesis or end behind it. */
    static Placed read(Cursor cursor) {
        return new ColumnReader(cursor).column();
    }

    /** Reads a column whose type another table or a type has given: {@code name [WITH OPTIONS] …}. */
    static Placed readWithoutType(Cursor cursor) {
        Token name = cursor.name("a column's name");
        cursor.accept("with", "options");
        return new ColumnReader(cursor).column(name, DataType.INHERITED);
    }

    private Placed column() {
        Token name = cursor.name("a column's name");
        return column(name, TypeReader.read(cursor));
    }

    private Placed column(Token name, DataType type) {
        while (!cursor.atEnd() && !cursor.atSymbol(",") && !cursor.atSymbol(")")) {
            part(name.value());
        }
        if (saysNull && constraints.stream().anyMatch(ConstraintSpec.ForeignKey.class::isInstance)) {
            defaultExpression = Optional.of("NULL");
        }
        boolean alwaysSet = type.serial() || generated.equals(Optional.of(Generated.IDENTITY));
        ColumnSpec spec = new ColumnSpec(
                name.value(), type, notNull || alwaysSet, defaultExpression, generated, constraints, collation);
        return new Placed(spec, name);
    }

    private void part(String column) {
        Optional<String> name = constraintReader.constraintName().map(Token::value);
        if (cursor.accept("not", "null")) {
            notNull = true;
            boolean noInherit = constraintReader.attributes(false).noInherit();
            if (name.isPresent() || noInherit) {
                constraints.add(new ConstraintSpec.NotNull(name, column, false, noInherit));
            }
        } else if (cursor.accept("null")) {
            return;
        } else if (cursor.accept("default")) {
            defaultExpression = defaultValue();
        } else if (cursor.accept("check")) {
            String expression = cursor.parenthesised();
            ConstraintReader.Attributes attributes = constraintReader.attributes(false);
            constraints.add(
                    new ConstraintSpec.Check(name, expression, false, attributes.enforced(), attributes.noInherit()));
        } else if (cursor.accept("unique")) {
            KeyForm form = keyForm();
            constraints.add(new ConstraintSpec.Unique(name, List.of(column), Optional.empty(), options(), form));
        } else if (cursor.accept("primary", "key")) {
            notNull = true;
            KeyForm form = keyForm();
            constraints.add(new ConstraintSpec.PrimaryKey(name, List.of(column), Optional.empty(), options(), form));
        } else if (cursor.at("references")) {
            constraints.add(constraintReader.references(name, List.of(column), false, false));
        } else {
            generationOrStorage();
        }
    }

    private KeyForm keyForm() {
        boolean nullsNotDistinct = constraintReader.nullsNotDistinct();
        return new KeyForm(constraintReader.indexParameters(), nullsNotDistinct, false);
    }

    private Optional<String> options() {
        return constraintReader.attributes(false).options();
    }

    private void generationOrStorage() {
        if (cursor.accept("generated")) {
            generated = Optional.of(generation());
        } else if (cursor.accept("collate")) {
            collation = cursor.collation();
        } else if (cursor.accept("storage") || cursor.accept("compression")) {
            cursor.next();
        } else {
            throw cursor.unread("\"" + cursor.word(cursor.peek()) + "\" is not understood in a column's definition");
        }
    }

    private Generated generation() {
        boolean always = cursor.accept("always");
        if (!always && !cursor.accept("by", "default")) {
            throw cursor.expected("ALWAYS or BY DEFAULT");
        }
        cursor.expect("as");
        if (cursor.accept("identity")) {
            if (cursor.atSymbol("(")) {
                cursor.parenthesised();
            }
            return Generated.IDENTITY;
        }
        cursor.parenthesised();
        if (cursor.accept("stored")) {
            return Generated.STORED;
        }
        cursor.accept("virtual");
        // Before 18 a server refuses it; since 18 it means VIRTUAL.
        return Generated.VIRTUAL;
    }

    /** A default's text; none for {@code DEFAULT NULL}, which is the same as no default. */
    private Optional<String> defaultValue() {
        String expression = expression(cursor, AFTER_DEFAULT);
        saysNull = isNull(expression);
        return saysNull ? Optional.empty() : Optional.of(expression);
    }

    static boolean isNull(String expression) {
        return expression.equalsIgnoreCase("null");
    }

    /** The text of an expression up to a comma, a closing parenthesis, one of the words, or the end. */
    static String expression(Cursor cursor, Set<String> endWords) {
        Token first = cursor.peek();
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            boolean ends = token.symbol(",")
                    || token.closes()
                    || (token.kind() == Token.Kind.WORD && !token.equals(first) && endWords.contains(token.value()));
            if (depth == 0 && ends) {
                break;
            }
            cursor.next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        if (cursor.peek().equals(first)) {
            throw cursor.expected("an expression");
        }
        return cursor.textFrom(first);
    }

    /** A column and its name's token. */
    record Placed(ColumnSpec column, Token name) {}
}
