package dev.migrate.core.sql;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a data type in any of its spellings. */
final class TypeReader {
    private final Cursor cursor;

    private TypeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads a type.
     *
     * @throws Unread if there is none
     */
    static DataType read(Cursor cursor) {
        return new TypeReader(cursor).type();
    }

    private DataType type() {
        Token first = cursor.peek();
        if (!first.identifier()) {
            throw cursor.expected("a data type");
        }
        if (first.word("setof")) {
            throw cursor.unread("SETOF is no column's type");
        }
        if (first.kind() == Kind.WORD && !cursor.peek(1).symbol(".")) {
            return builtInOrPlain(cursor.next().value());
        }
        return named();
    }

    private DataType builtInOrPlain(String word) {
        return switch (word) {
            case "double" -> {
                cursor.expect("precision");
                yield dimensioned("double precision", List.of());
            }
            case "national" -> varying("national " + cursor.next().value());
            case "character", "char", "nchar", "bit" -> varying(word);
            case "time", "timestamp" -> zoned(word);
            case "interval" -> interval();
            default -> modified(word);
        };
    }

    private DataType varying(String word) {
        return modified(cursor.accept("varying") ? word + " varying" : word);
    }

    private DataType zoned(String word) {
        List<Integer> precision = modifiers();
        if (cursor.accept("with", "time", "zone")) {
            return dimensioned(word + " with time zone", precision);
        }
        cursor.accept("without", "time", "zone");
        return dimensioned(word, precision);
    }

    private DataType interval() {
        StringBuilder fields = new StringBuilder("interval");
        while (cursor.peek().kind() == Kind.WORD
                && isIntervalField(cursor.peek().value())) {
            fields.append(' ').append(cursor.next().value());
        }
        return dimensioned(fields.toString(), modifiers());
    }

    private static boolean isIntervalField(String word) {
        return switch (word) {
            case "year", "month", "day", "hour", "minute", "second", "to" -> true;
            default -> false;
        };
    }

    /** A quoted or qualified name: {@code pg_catalog.int4} is PostgreSQL's, {@code app.mood} keeps its schema. */
    private DataType named() {
        Token first = cursor.next();
        if (!cursor.acceptSymbol(".")) {
            // "char" in quotes is a type of its own, one byte long.
            return modified(first.value().equals("char") ? "\"char\"" : first.value());
        }
        Token second = cursor.peek();
        if (!second.identifier()) {
            throw cursor.expected("a data type");
        }
        cursor.next();
        if (cursor.atSymbol(".")) {
            throw cursor.unread("a type with a database in front is not understood");
        }
        return modified(first.value().equals("pg_catalog") ? second.value() : first.value() + "." + second.value());
    }

    private DataType modified(String name) {
        if (cursor.atSymbol("(") && !numericModifiers()) {
            String written = cursor.parenthesised();
            return dimensioned(name + "(" + written + ")", List.of());
        }
        return dimensioned(name, modifiers());
    }

    /** Types of extensions have modifiers that are no numbers, as in {@code geometry(Point, 4326)}. */
    private boolean numericModifiers() {
        int mark = cursor.mark();
        cursor.next();
        boolean numeric = true;
        while (!cursor.atEnd() && !cursor.atSymbol(")")) {
            Token token = cursor.next();
            boolean number = token.kind() == Kind.NUMBER && token.end() - token.start() < 10;
            numeric &= number
                    || token.symbol(",")
                    || (token.kind() == Kind.OPERATOR && token.value().equals("-"));
        }
        cursor.back(mark);
        return numeric;
    }

    private List<Integer> modifiers() {
        if (!cursor.acceptSymbol("(")) {
            return List.of();
        }
        List<Integer> modifiers = new ArrayList<>(2);
        do {
            modifiers.add(integer());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return modifiers;
    }

    private int integer() {
        boolean negative =
                cursor.peek().kind() == Kind.OPERATOR && cursor.peek().value().equals("-");
        if (negative) {
            cursor.next();
        }
        Token number = cursor.peek();
        String digits = cursor.word(number);
        if (number.kind() != Kind.NUMBER
                || digits.length() > 9
                || !digits.chars().allMatch(Character::isDigit)) {
            throw cursor.expected("a number");
        }
        cursor.next();
        return (negative ? -1 : 1) * Integer.parseInt(digits);
    }

    private DataType dimensioned(String name, List<Integer> modifiers) {
        int dimensions = 0;
        if (cursor.accept("array")) {
            dimensions = 1;
            if (cursor.atSymbol("[")) {
                bounds();
            }
        }
        while (cursor.atSymbol("[")) {
            bounds();
            dimensions++;
        }
        if (cursor.peek().kind() == Kind.OPERATOR && cursor.peek().value().equals("%")) {
            throw cursor.unread("%TYPE is no type by itself");
        }
        return DataType.canonical(name, modifiers, dimensions);
    }

    private void bounds() {
        cursor.expectSymbol("[");
        if (cursor.peek().kind() == Kind.NUMBER) {
            cursor.next();
        }
        cursor.expectSymbol("]");
    }
}
