package dev.migrate.core.sql;

import dev.migrate.core.sql.Token.Kind;

/** The values of string literals, in any of their spellings. */
final class Literals {
    private Literals() {}

    /** Reads a string with its continuations on further lines, and gives its value. */
    static String read(Cursor cursor, String what) {
        if (cursor.peek().kind() != Kind.STRING) {
            throw cursor.expected(what);
        }
        StringBuilder value = new StringBuilder();
        while (cursor.peek().kind() == Kind.STRING) {
            value.append(value(cursor.text(), cursor.next()));
        }
        if (cursor.at("uescape") && cursor.peek(1).kind() == Kind.STRING) {
            cursor.next();
            cursor.next();
        }
        return value.toString();
    }

    /** The value of one string token. */
    static String value(String text, Token token) {
        char first = text.charAt(token.start());
        if (first == '$') {
            return dollarQuoted(text, token);
        }
        int quote = text.indexOf('\'', token.start());
        String inner = text.substring(quote + 1, token.end() - 1);
        boolean escapes = first == 'e' || first == 'E';
        boolean unicode = quote - token.start() == 2;
        String plain = escapes ? unescaped(inner) : inner.replace("''", "'");
        return unicode ? SqlNames.unescape(plain, '\\') : plain;
    }

    private static String dollarQuoted(String text, Token token) {
        int delimiter = text.indexOf('$', token.start() + 1) + 1 - token.start();
        return text.substring(token.start() + delimiter, token.end() - delimiter);
    }

    /** The offset of the string's first character if its value stands in the text as it is; else -1. */
    static int verbatimAt(String text, Token token) {
        char first = text.charAt(token.start());
        if (first == '$') {
            return text.indexOf('$', token.start() + 1) + 1;
        }
        boolean doubled = text.substring(token.start() + 1, token.end() - 1).indexOf('\'') >= 0;
        return first == '\'' && !doubled ? token.start() + 1 : -1;
    }

    private static String unescaped(String inner) {
        StringBuilder value = new StringBuilder(inner.length());
        for (int at = 0; at < inner.length(); at++) {
            char here = inner.charAt(at);
            char next = at + 1 < inner.length() ? inner.charAt(at + 1) : '\0';
            if (here == '\'' && next == '\'') {
                at++;
            } else if (here == '\\' && next != '\0') {
                at++;
                here = escaped(next);
            }
            value.append(here);
        }
        return value.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }
}
