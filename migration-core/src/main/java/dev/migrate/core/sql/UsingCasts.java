package dev.migrate.core.sql;

import dev.migrate.core.operation.DataType;
import java.util.List;

/** The expression of USING, where it is nothing but casts of the column. */
public final class UsingCasts {
    private UsingCasts() {}

    /**
     * Whether the expression is the column in any number of casts, as in {@code (a::text)} or {@code CAST(a AS text)}.
     *
     * @param casts gets the types, in the order in which they are applied
     */
    public static boolean of(String expression, String column, List<DataType> casts) {
        List<Token> tokens = Lexer.tokens(expression);
        Cursor cursor = new Cursor(expression, tokens, 0, tokens.size());
        try {
            return casts(cursor, column, casts, 0) && cursor.atEnd();
        } catch (Unread other) {
            return false;
        }
    }

    private static boolean casts(Cursor cursor, String column, List<DataType> casts, int depth) {
        if (depth > 20 || !operand(cursor, column, casts, depth)) {
            return false;
        }
        while (cursor.acceptSymbol("::")) {
            casts.add(TypeReader.read(cursor));
        }
        return true;
    }

    private static boolean operand(Cursor cursor, String column, List<DataType> casts, int depth) {
        if (cursor.acceptSymbol("(")) {
            return casts(cursor, column, casts, depth + 1) && cursor.acceptSymbol(")");
        }
        if (cursor.at("cast") && cursor.peek(1).symbol("(")) {
            cursor.next();
            cursor.next();
            if (!casts(cursor, column, casts, depth + 1) || !cursor.accept("as")) {
                return false;
            }
            casts.add(TypeReader.read(cursor));
            return cursor.acceptSymbol(")");
        }
        if (cursor.peek().identifier() && cursor.peek(1).symbol(".")) {
            // Only the table itself can stand in front: there is no other one.
            cursor.next();
            cursor.next();
        }
        return cursor.peek().identifier() && cursor.next().value().equals(column);
    }
}
