package dev.migrate.core.sql;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be told from the text of an SQL expression. */
public final class SqlExpressions {
    private SqlExpressions() {}

    /** How often an expression has to be computed. */
    public enum Volatility {
        /** Immutable or stable: the same for all rows of a statement, {@code now()} included. */
        STABLE,
        /** Another value for each row. */
        VOLATILE,
        /** A function that is not PostgreSQL's own. */
        UNKNOWN
    }

    /**
     * Whether an expression has the same value for all rows of a statement.
     *
     * @param expression SQL without its DEFAULT or parentheses
     * @see <a href="https://www.postgresql.org/docs/current/xfunc-volatility.html">Function Volatility Categories</a>
     */
    public static Volatility volatility(String expression) {
        List<Token> tokens = Lexer.tokens(expression);
        return volatility(tokens, 0, tokens.size());
    }

    /** The names of the functions in it that are not PostgreSQL's own, as far as they are not quoted in strings. */
    public static List<ObjectName> otherFunctions(String expression) {
        List<Token> tokens = Lexer.tokens(expression);
        List<ObjectName> functions = new ArrayList<>();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            boolean call = tokens.get(at).identifier() && tokens.get(at + 1).symbol("(") && !afterCast(tokens, 0, at);
            if (call && ofFunction(tokens, 0, at) == Volatility.UNKNOWN) {
                boolean qualified = at >= 2 && tokens.get(at - 1).symbol(".");
                String name = tokens.get(at).value();
                functions.add(qualified ? ObjectName.of(tokens.get(at - 2).value(), name) : ObjectName.of(name));
            }
        }
        return functions;
    }

    static Volatility volatility(List<Token> tokens, int from, int to) {
        return volatility(tokens, from, from, to);
    }

    /**
     * Of the calls from one token to another.
     *
     * @param bound before which no token belongs to the expression
     */
    static Volatility volatility(List<Token> tokens, int bound, int start, int to) {
        int from = bound;
        Volatility worst = Volatility.STABLE;
        for (int at = start; at + 1 < to; at++) {
            if (!tokens.get(at).identifier() || !tokens.get(at + 1).symbol("(") || afterCast(tokens, from, at)) {
                continue;
            }
            Volatility here = ofFunction(tokens, from, at);
            if (here == Volatility.VOLATILE) {
                return here;
            }
            worst = here == Volatility.UNKNOWN ? here : worst;
        }
        return worst;
    }

    /** {@code x::varchar(9)}, {@code cast(x as numeric(8, 2))}: a type with modifiers looks like a call. */
    private static boolean afterCast(List<Token> tokens, int from, int at) {
        if (at == from) {
            return false;
        }
        Token before = tokens.get(at - 1);
        return before.symbol("::") || before.word("as") || (before.word("varying") && at > from + 1);
    }

    private static Volatility ofFunction(List<Token> tokens, int from, int at) {
        String name = tokens.get(at).value();
        boolean qualified = at - 2 >= from && tokens.get(at - 1).symbol(".");
        if (Functions.isVolatile(name)) {
            return Volatility.VOLATILE;
        }
        if (qualified && !tokens.get(at - 2).value().equals("pg_catalog")) {
            return Volatility.UNKNOWN;
        }
        return Functions.isStable(name) ? Volatility.STABLE : Volatility.UNKNOWN;
    }

    /**
     * Whether a CHECK with this condition, once validated, lets SET NOT NULL skip its scan, as PostgreSQL proves it:
     * the condition says {@code column IS NOT NULL} by itself, in every arm of an OR, or in one part of an AND. A
     * comparison does not count: it is also fulfilled by NULL.
     */
    public static boolean impliesNotNull(String condition, String column) {
        return new NotNullProof(Lexer.tokens(condition), column).holds();
    }

    /**
     * Whether rows that fulfil all of the conditions belong into a partition, as far as PostgreSQL proves it; that the
     * column is NOT NULL is another question.
     *
     * @param column the one column, or the first, by which the table is divided
     */
    public static boolean allWithin(List<String> conditions, String column, PartitionBound bound) {
        return ConditionRange.allWithin(conditions.stream(), column, bound);
    }

    /** Whether no row that fulfils the condition belongs into the partition, as far as PostgreSQL proves it. */
    public static boolean noneWithin(String condition, String column, PartitionBound bound) {
        return ConditionRange.noneWithin(condition, column, bound);
    }

    /** Whether an expression names a column; a string, a function or a type of that name does not count. */
    public static boolean mentions(String expression, String column) {
        List<Token> tokens = Lexer.tokens(expression);
        for (int at = 0; at < tokens.size(); at++) {
            if (isColumn(tokens, at) && tokens.get(at).value().equals(column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a query names a column, or takes all columns of a table. */
    public static boolean reads(String query, String column) {
        List<Token> tokens = Lexer.tokens(query);
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean named = isColumn(tokens, at) && token.value().equals(column);
            boolean all = token.kind() == Kind.OPERATOR
                    && token.value().equals("*")
                    && at > 0
                    && beginsOutput(tokens.get(at - 1));
            if (named || all) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsOutput(Token token) {
        return token.word("select")
                || token.word("all")
                || token.word("distinct")
                || token.symbol(",")
                || token.symbol(".");
    }

    /** The expression with another name for a column. */
    public static String renamed(String expression, String column, String newName) {
        List<Token> tokens = Lexer.tokens(expression);
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (isColumn(tokens, at) && token.value().equals(column)) {
                renamed.append(expression, copied, token.start());
                renamed.append(Identifiers.quote(newName));
                copied = token.end();
            }
        }
        return renamed.append(expression, copied, expression.length()).toString();
    }

    /** The candidates that an expression names, in the candidates' order. */
    public static List<String> columns(String expression, List<String> candidates) {
        List<Token> tokens = Lexer.tokens(expression);
        Set<String> named = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (isColumn(tokens, at)) {
                named.add(tokens.get(at).value());
            }
        }
        return candidates.stream().filter(named::contains).toList();
    }

    /** What PostgreSQL calls an index key that is an expression: the name of the function it calls, else {@code expr}. */
    public static String indexPart(String key) {
        List<Token> tokens = Lexer.tokens(key);
        int at = 0;
        while (at < tokens.size() && tokens.get(at).symbol("(")) {
            at++;
        }
        while (at + 2 < tokens.size() && tokens.get(at + 1).symbol(".")) {
            at += 2;
        }
        boolean call = at + 1 < tokens.size()
                && tokens.get(at).identifier()
                && tokens.get(at + 1).symbol("(");
        return call ? tokens.get(at).value() : "expr";
    }

    private static boolean isColumn(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (!token.identifier()) {
            return false;
        }
        boolean called = at + 1 < tokens.size()
                && (tokens.get(at + 1).symbol("(") || tokens.get(at + 1).symbol("."));
        boolean cast = at > 0 && tokens.get(at - 1).symbol("::");
        boolean typed = token.kind() == Kind.WORD
                && at + 1 < tokens.size()
                && tokens.get(at + 1).kind() == Kind.STRING;
        return !called && !cast && !typed;
    }
}
