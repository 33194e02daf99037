package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A place in the tokens of one statement. The methods that expect something throw {@link Unread} where it is missing. */
final class Cursor {
    /** The words that PostgreSQL 18 accepts neither as a table's nor as a column's name without quotes. */
    private static final Set<String> NO_NAMES = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate"
                            + " collation column concurrently constraint create cross current_catalog current_date"
                            + " current_role current_schema current_time current_timestamp current_user default"
                            + " deferrable desc distinct do else end except false fetch for foreign freeze from full"
                            + " grant group having ilike in initially inner intersect into is isnull join lateral"
                            + " leading left like limit localtime localtimestamp natural not notnull null offset on"
                            + " only or order outer overlaps placing primary references returning right select"
                            + " session_user similar some symmetric system_user table tablesample then to trailing"
                            + " true union unique user using variadic verbose when where window with")
                    .split(" ", -1));

    private final String text;
    private final List<Token> tokens;
    private final int to;
    private final Token end;
    private int at;

    /**
     * Over the tokens {@code from} to {@code to}, exclusive.
     *
     * @param text the whole text, which the tokens' offsets refer to
     */
    Cursor(String text, List<Token> tokens, int from, int to) {
        this.text = text;
        this.tokens = tokens;
        this.at = from;
        this.to = to;
        int offset = to > from ? tokens.get(to - 1).end() : 0;
        this.end = new Token(Kind.END, offset, offset, "");
    }

    String text() {
        return text;
    }

    Token peek() {
        return peek(0);
    }

    /** A token from here; a negative number looks back. */
    Token peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < to ? tokens.get(index) : end;
    }

    Token next() {
        Token token = peek();
        if (at < to) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return at >= to;
    }

    /** The position, to come back to by {@link #back}. */
    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    /** The token before this place. */
    Token last() {
        return tokens.get(at - 1);
    }

    /** The token before the end. */
    Token lastOfAll() {
        return to > at ? tokens.get(to - 1) : end;
    }

    boolean at(String word) {
        return peek().word(word);
    }

    boolean at(String word, String second) {
        return peek().word(word) && peek(1).word(second);
    }

    boolean atSymbol(String symbol) {
        return peek().symbol(symbol);
    }

    boolean accept(String word) {
        boolean there = at(word);
        at += there ? 1 : 0;
        return there;
    }

    boolean accept(String word, String second) {
        boolean there = at(word, second);
        at += there ? 2 : 0;
        return there;
    }

    boolean accept(String word, String second, String third) {
        boolean there = at(word, second) && peek(2).word(third);
        at += there ? 3 : 0;
        return there;
    }

    boolean acceptSymbol(String symbol) {
        boolean there = atSymbol(symbol);
        at += there ? 1 : 0;
        return there;
    }

    boolean acceptOperator(String operator) {
        boolean there = peek().kind() == Kind.OPERATOR && peek().value().equals(operator);
        at += there ? 1 : 0;
        return there;
    }

    Token expect(String word) {
        if (!at(word)) {
            throw expected(word.toUpperCase(Locale.ROOT));
        }
        return next();
    }

    Token expectSymbol(String symbol) {
        if (!atSymbol(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
        return next();
    }

    void expectEnd(String after) {
        if (!atEnd()) {
            throw unread("\"" + word(peek()) + "\" is not understood after " + after);
        }
    }

    /** A name without a schema. */
    Token name(String what) {
        Token token = peek();
        if (!token.identifier() || (token.kind() == Kind.WORD && NO_NAMES.contains(token.value()))) {
            throw expected(what);
        }
        return next();
    }

    /** A name where also a reserved word can stand, as behind a dot. */
    Token label(String what) {
        if (!peek().identifier()) {
            throw expected(what);
        }
        return next();
    }

    /** The name of a role, or a word that means one, as CURRENT_USER. */
    void role() {
        if (!accept("current_user") && !accept("session_user") && !accept("current_role")) {
            name("a role's name");
        }
    }

    /** A collation behind COLLATE, as SQL; empty for the default one. */
    Optional<String> collation() {
        String collation = objectName("a collation's name").name().sql();
        return Optional.of(collation).filter(name -> !name.endsWith("\"default\""));
    }

    /** A name with or without a schema. */
    Name objectName(String what) {
        Token first = name(what);
        if (!acceptSymbol(".")) {
            return new Name(ObjectName.of(first.value()), first.start(), first.end());
        }
        Token second = next();
        if (!second.identifier()) {
            at--;
            throw expected(what);
        }
        if (atSymbol(".")) {
            throw unread("a name with a database in front is not understood");
        }
        return new Name(ObjectName.of(first.value(), second.value()), first.start(), second.end());
    }

    /** A name with or without a schema, of an object whose name can be a word that is reserved elsewhere. */
    Name anyName(String what) {
        Token first = label(what);
        Token last = first;
        String schema = "";
        String name = first.value();
        while (atSymbol(".") && peek(1).identifier()) {
            next();
            schema = name;
            last = next();
            name = last.value();
        }
        return new Name(
                schema.isEmpty() ? ObjectName.of(name) : ObjectName.of(schema, name), first.start(), last.end());
    }

    /** A list of names in parentheses. */
    List<String> names(String what) {
        expectSymbol("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(name(what).value());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return names;
    }

    /** A list of names in parentheses that can be reserved words. */
    List<String> labels(String what) {
        expectSymbol("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(label(what).value());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return names;
    }

    /** Steps over a balanced pair of parentheses and gives the text between them. */
    String parenthesised() {
        Token open = expectSymbol("(");
        int depth = 1;
        while (!atEnd()) {
            Token token = next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0) {
                return text.substring(open.end(), token.start()).strip();
            }
        }
        throw new Unread(open, "a parenthesis is not closed");
    }

    /** Steps to the next comma outside of parentheses, or to the end. */
    void skipToComma() {
        int depth = 0;
        while (!atEnd() && (depth > 0 || !atSymbol(","))) {
            Token token = next();
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
        }
    }

    /** Steps to the next comma or closing parenthesis of this level, or to the end. */
    void skipToCommaOrClose() {
        int depth = 0;
        while (!atEnd() && (depth > 0 || !(atSymbol(",") || peek().closes()))) {
            Token token = next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
    }

    void skipToEnd() {
        at = to;
    }

    /** Steps to the next such word outside of parentheses, or to the end. */
    void skipTo(String word) {
        int depth = 0;
        while (!atEnd() && (depth > 0 || !at(word))) {
            Token token = next();
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
        }
    }

    /** How many tokens there are before a word outside of parentheses; -1 if the other word comes before it, or none. */
    int ahead(String word, String butNot) {
        int depth = 0;
        for (int ahead = 0; peek(ahead).kind() != Kind.END; ahead++) {
            Token token = peek(ahead);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && token.word(word)) {
                return ahead;
            }
            if (depth == 0 && token.word(butNot)) {
                return -1;
            }
        }
        return -1;
    }

    /** How many tokens there are before one that is asked for, at most so many; -1 if there is none. */
    int ahead(Predicate<Token> which, int most) {
        for (int ahead = 0; ahead < most && peek(ahead).kind() != Kind.END; ahead++) {
            if (which.test(peek(ahead))) {
                return ahead;
            }
        }
        return -1;
    }

    /** Steps to the next such word outside of parentheses and of CASE … END, or to the end. */
    void skipToWithCases(String word) {
        int depth = 0;
        while (!atEnd() && (depth > 0 || !at(word))) {
            Token token = next();
            boolean opens = token.opens() || token.word("case");
            boolean closes = token.closes() || token.word("end");
            depth = Math.max(0, depth + (opens ? 1 : closes ? -1 : 0));
        }
    }

    /** How many tokens there are up to the next semicolon outside of parentheses, or to the end. */
    int lengthToSemicolon() {
        int depth = 0;
        int length = 0;
        for (Token token = peek(); token.kind() != Kind.END; token = peek(length)) {
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
            if (depth == 0 && token.symbol(";")) {
                return length;
            }
            length++;
        }
        return length;
    }

    /** The place's statements, each as a place of its own. */
    List<Cursor> statements() {
        return Splitter.statements(tokens, at, to).stream()
                .map(range -> new Cursor(text, tokens, range.from(), range.to()))
                .toList();
    }

    /** The next tokens as a place of their own, behind which this one moves. */
    Cursor part(int length) {
        Cursor part = new Cursor(text, tokens, at, Math.min(to, at + length));
        at = part.to;
        return part;
    }

    /** How often the call is computed whose function's name was just read, and whose arguments come next. */
    SqlExpressions.Volatility volatilityOfLastCall() {
        return SqlExpressions.volatility(tokens, Math.max(0, at - 3), at - 1, at + 1);
    }

    /** The text from a token to the last one that was read. */
    String textFrom(Token first) {
        return text.substring(first.start(), last().end());
    }

    Unread expected(String what) {
        return atEnd()
                ? unread(what + " is missing at the end")
                : unread(what + " was expected where \"" + word(peek()) + "\" stands");
    }

    Unread unread(String reason) {
        return new Unread(peek(), reason);
    }

    /** A token as written, cut to a readable length. */
    String word(Token token) {
        String written = text.substring(token.start(), token.end());
        return written.length() <= 40 ? written : written.substring(0, 40) + "…";
    }

    /** A name and where it stands. */
    record Name(ObjectName name, int start, int end) {}
}
