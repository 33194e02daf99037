package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the relations that a query reads: what stands behind FROM and JOIN, in subqueries too, without the names that
 * WITH gives to queries.
 */
final class QueryRelations {
    private static final Set<String> ENDS_FROM = Set.of(
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "set",
            "values",
            "select",
            "returning",
            "do");
    /** Functions with FROM among their arguments. */
    private static final Set<String> TAKES_FROM = Set.of("extract", "substring", "trim", "overlay", "position");

    private final Cursor cursor;
    private final Set<ObjectName> relations = new LinkedHashSet<>();
    private final Set<String> queries = new LinkedHashSet<>();
    /** For each open parenthesis whether a list of relations surrounds it. */
    private final Deque<Boolean> lists = new ArrayDeque<>();

    private boolean inList;

    private QueryRelations(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The relations between the cursor and its end, to which it moves. */
    static Set<ObjectName> of(Cursor cursor) {
        QueryRelations finder = new QueryRelations(cursor);
        finder.run();
        finder.relations.removeIf(relation -> relation.schema().isEmpty() && finder.queries.contains(relation.name()));
        return finder.relations;
    }

    private void run() {
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (token.opens()) {
                open(token);
            } else if (token.closes()) {
                inList = !lists.isEmpty() && lists.pop();
            } else if (token.symbol(",") && inList) {
                item();
            } else if (token.kind() == Token.Kind.WORD) {
                word(token);
            }
        }
    }

    private void open(Token token) {
        Token before = cursor.peek(-2);
        if (token.symbol("(") && before.kind() == Token.Kind.WORD && TAKES_FROM.contains(before.value())) {
            cursor.back(cursor.mark() - 1);
            cursor.parenthesised();
            return;
        }
        lists.push(inList);
        inList = false;
    }

    private void word(Token token) {
        String word = token.value();
        if ((word.equals("from") && !cursor.peek(-2).word("distinct")) || word.equals("join")) {
            inList = true;
            item();
        } else if (word.equals("as")) {
            name();
        } else if (ENDS_FROM.contains(word)) {
            inList = false;
        }
    }

    /** A relation, a function's call, or a parenthesis with a query or a join in it. */
    private void item() {
        if (!cursor.accept("only")) {
            cursor.accept("lateral");
        }
        boolean join = cursor.atSymbol("(")
                && !cursor.peek(1).word("select")
                && !cursor.peek(1).word("with")
                && !cursor.peek(1).word("values");
        if (join) {
            lists.push(inList);
            cursor.next();
            inList = true;
            item();
            return;
        }
        Token first = cursor.peek();
        boolean rowsFrom = first.word("rows") && cursor.peek(1).word("from");
        if (!first.identifier()
                || rowsFrom
                || (first.word("select") && !cursor.peek(1).symbol("."))) {
            return;
        }
        ObjectName name = cursor.anyName("a relation's name").name();
        if (!cursor.atSymbol("(")) {
            relations.add(name);
        }
    }

    /** {@code name [(columns)] AS [NOT] [MATERIALIZED] (SELECT …}: a query under a name. */
    private void name() {
        int ahead = cursor.peek().word("not") ? 2 : cursor.peek().word("materialized") ? 1 : 0;
        if (!cursor.peek(ahead).symbol("(")) {
            return;
        }
        int back = -2;
        if (cursor.peek(back).symbol(")")) {
            int depth = 0;
            do {
                depth += cursor.peek(back).closes() ? 1 : cursor.peek(back).opens() ? -1 : 0;
                back--;
            } while (depth > 0 && cursor.mark() + back > 0);
        }
        Token name = cursor.peek(back);
        Token before = cursor.mark() + back > 0 ? cursor.peek(back - 1) : name;
        if (name.identifier() && (before.word("with") || before.word("recursive") || before.symbol(","))) {
            queries.add(name.value());
        }
    }
}
