package dev.migrate.core.sql;

import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's lexical rules, with {@code standard_conforming_strings} on. Never fails: what is not closed becomes the
 * last token, {@link Kind#UNTERMINATED}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class Lexer {
    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
    /** An operator of several characters ends in + or - only if it contains one of these. */
    private static final String LICENCE_FOR_SIGN = "~!@#%^&|`?";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String[] ASCII = new String[128];

    static {
        for (int code = 0; code < ASCII.length; code++) {
            ASCII[code] = String.valueOf((char) code);
        }
    }

    private final String text;
    private final int end;
    private final List<Token> tokens;
    private int at;
    /** The index of the first token of the statement that is being read. */
    private int statement;

    private Lexer(String text, int start, int end) {
        this.text = text;
        this.end = end;
        this.at = start;
        this.tokens = new ArrayList<>((end - start) / 5 + 4);
    }

    /** The tokens of a text. */
    static List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    /** The tokens between two offsets; their own offsets count from the text's begin. */
    static List<Token> tokens(String text, int start, int end) {
        Lexer lexer = new Lexer(text, start, end);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        if (at == 0 && end > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
            at++;
        }
        while (at < end) {
            char here = text.charAt(at);
            if (isSpace(here)) {
                at++;
            } else if (here == '-' && next(1) == '-') {
                skipLine();
            } else if (here == '/' && next(1) == '*') {
                skipComment();
            } else {
                token(here);
            }
        }
    }

    private void token(char here) {
        if (here == '\'') {
            string(at, at, false);
        } else if (here == '"') {
            quoted(at, at, false);
        } else if (isWordStart(here)) {
            wordOrPrefix(here);
        } else if (here == '$') {
            dollar();
        } else if (isDigit(here) || (here == '.' && isDigit(next(1)))) {
            number();
        } else if (OPERATOR_CHARACTERS.indexOf(here) >= 0) {
            operator();
        } else if (here == '\\') {
            psqlCommand();
        } else if (here == ';') {
            symbol(here);
            skipCopiedRows();
            statement = tokens.size();
        } else {
            symbol(here);
        }
    }

    private void wordOrPrefix(char here) {
        char following = next(1);
        if (following == '\'' && "eEbBxXnN".indexOf(here) >= 0) {
            string(at, at + 1, here == 'e' || here == 'E');
        } else if ((here == 'u' || here == 'U') && following == '&' && next(2) == '\'') {
            string(at, at + 2, false);
        } else if ((here == 'u' || here == 'U') && following == '&' && next(2) == '"') {
            quoted(at, at + 2, true);
        } else {
            word();
        }
    }

    private void word() {
        int start = at;
        while (at < end && isWordPart(text.charAt(at))) {
            at++;
        }
        add(Kind.WORD, start, SqlNames.fold(text, start, at));
    }

    private void string(int start, int quote, boolean escapes) {
        at = quote + 1;
        while (at < end) {
            char here = text.charAt(at);
            if (escapes && here == '\\') {
                at++;
            } else if (here == '\'' && next(1) == '\'') {
                at++;
            } else if (here == '\'') {
                at++;
                add(Kind.STRING, start, "");
                return;
            }
            at++;
        }
        unterminated(start, "quoted string");
    }

    private void quoted(int start, int quote, boolean unicode) {
        at = quote + 1;
        StringBuilder name = new StringBuilder();
        while (at < end) {
            char here = text.charAt(at);
            if (here == '"' && next(1) == '"') {
                at++;
            } else if (here == '"') {
                at++;
                char escape = unicode ? escapeCharacter() : '\\';
                String raw = name.toString();
                add(Kind.QUOTED, start, SqlNames.truncate(unicode ? SqlNames.unescape(raw, escape) : raw));
                return;
            }
            name.append(here);
            at++;
        }
        unterminated(start, "quoted identifier");
    }

    /** The character of a {@code UESCAPE 'c'} that follows, which then is part of the token; else a backslash. */
    private char escapeCharacter() {
        int ahead = at;
        while (ahead < end && isSpace(text.charAt(ahead))) {
            ahead++;
        }
        if (!text.regionMatches(true, ahead, "uescape", 0, 7)) {
            return '\\';
        }
        ahead += 7;
        while (ahead < end && isSpace(text.charAt(ahead))) {
            ahead++;
        }
        if (ahead + 3 > end || text.charAt(ahead) != '\'' || text.charAt(ahead + 2) != '\'') {
            return '\\';
        }
        at = ahead + 3;
        return text.charAt(ahead + 1);
    }

    private void dollar() {
        int start = at;
        if (isDigit(next(1))) {
            at++;
            while (at < end && isDigit(text.charAt(at))) {
                at++;
            }
            add(Kind.PARAMETER, start, "");
            return;
        }
        String delimiter = dollarDelimiter();
        if (delimiter == null) {
            symbol('$');
            return;
        }
        int close = text.indexOf(delimiter, at + delimiter.length());
        if (close < 0 || close + delimiter.length() > end) {
            unterminated(start, "dollar-quoted string");
            return;
        }
        at = close + delimiter.length();
        add(Kind.STRING, start, "");
    }

    private @Nullable String dollarDelimiter() {
        int ahead = at + 1;
        while (ahead < end && isWordPart(text.charAt(ahead)) && text.charAt(ahead) != '$') {
            ahead++;
        }
        return ahead < end && text.charAt(ahead) == '$' ? text.substring(at, ahead + 1) : null;
    }

    private void number() {
        int start = at;
        boolean prefixed = text.charAt(at) == '0' && "xXoObB".indexOf(next(1)) >= 0;
        if (prefixed) {
            at += 2;
            while (at < end && (Character.digit(text.charAt(at), 16) >= 0 || text.charAt(at) == '_')) {
                at++;
            }
        } else {
            digits();
            if (at < end && text.charAt(at) == '.' && next(1) != '.') {
                at++;
                digits();
            }
            exponent();
        }
        add(Kind.NUMBER, start, "");
    }

    private void digits() {
        while (at < end && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private void exponent() {
        if (at >= end || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return;
        }
        boolean signed = next(1) == '+' || next(1) == '-';
        if (isDigit(next(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            digits();
        }
    }

    private void operator() {
        int start = at;
        boolean licence = false;
        while (at < end && OPERATOR_CHARACTERS.indexOf(text.charAt(at)) >= 0 && !commentBegins(start)) {
            licence |= LICENCE_FOR_SIGN.indexOf(text.charAt(at)) >= 0;
            at++;
        }
        while (!licence && at - start > 1 && "+-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        add(Kind.OPERATOR, start, at - start == 1 ? ASCII[text.charAt(start)] : text.substring(start, at));
    }

    private boolean commentBegins(int start) {
        char here = text.charAt(at);
        return at > start && ((here == '-' && next(1) == '-') || (here == '/' && next(1) == '*'));
    }

    private void symbol(char here) {
        int start = at;
        boolean doubled = (here == ':' && (next(1) == ':' || next(1) == '=')) || (here == '.' && next(1) == '.');
        at += doubled ? 2 : 1;
        if (doubled) {
            add(Kind.SYMBOL, start, text.substring(start, at));
        } else {
            add(Kind.SYMBOL, start, here < ASCII.length ? ASCII[here] : String.valueOf(here));
        }
    }

    private void psqlCommand() {
        int start = at;
        skipLine();
        int last = at;
        while (isSpace(text.charAt(last - 1))) {
            last--;
        }
        int behind = at;
        at = last;
        add(Kind.PSQL, start, "");
        at = behind;
        statement = tokens.size();
    }

    /** The rows behind COPY … FROM STDIN in a dump, up to the line with a backslash and a dot; none in other texts. */
    private void skipCopiedRows() {
        if (!tokens.get(statement).word("copy") || !isFromStdin()) {
            return;
        }
        int line = text.indexOf('\n', at);
        while (line >= 0 && line < end) {
            int next = text.indexOf('\n', line + 1);
            int lineEnd = next < 0 ? end : next;
            if (text.startsWith("\\.", line + 1) && isBlank(line + 3, lineEnd)) {
                at = Math.min(lineEnd, end);
                return;
            }
            line = next;
        }
    }

    private boolean isFromStdin() {
        for (int index = statement; index + 1 < tokens.size(); index++) {
            if (tokens.get(index).word("from")) {
                return tokens.get(index + 1).word("stdin");
            }
        }
        return false;
    }

    private boolean isBlank(int from, int to) {
        return from >= to || text.substring(from, to).isBlank();
    }

    private void skipLine() {
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipComment() {
        int start = at;
        int depth = 0;
        while (at < end) {
            if (text.charAt(at) == '/' && next(1) == '*') {
                depth++;
                at += 2;
            } else if (text.charAt(at) == '*' && next(1) == '/') {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        unterminated(start, "comment");
    }

    /** Points at the opening delimiter: the place from which a person looks for the missing end. */
    private void unterminated(int start, String what) {
        at = end;
        int delimiter = what.equals("comment") ? 2 : 1;
        tokens.add(new Token(Kind.UNTERMINATED, start, Math.min(start + delimiter, end), what));
    }

    private void add(Kind kind, int start, String value) {
        at = Math.min(at, end);
        tokens.add(new Token(kind, start, at, value));
    }

    private char next(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isSpace(char here) {
        return here == ' ' || (here >= '\t' && here <= '\r');
    }

    private static boolean isDigit(char here) {
        return here >= '0' && here <= '9';
    }

    private static boolean isWordStart(char here) {
        return (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z') || here == '_' || here >= 0x80;
    }

    private static boolean isWordPart(char here) {
        return isWordStart(here) || isDigit(here) || here == '$';
    }
}
