package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL makes a stored name from a written one. */
public final class SqlNames {
    /** NAMEDATALEN - 1: longer names are cut, with a NOTICE. */
    private static final int MAX_BYTES = 63;

    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)";
    private static final Pattern QUALIFIED = Pattern.compile("(?:(" + PART + ")\\.)?(" + PART + ")");

    private SqlNames() {}

    /**
     * A name as a person writes it in SQL, with or without schema and quotes.
     *
     * @return empty where it is none
     */
    public static Optional<ObjectName> written(String text) {
        Matcher matcher = QUALIFIED.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new ObjectName(
                        Optional.ofNullable(matcher.group(1)).map(SqlNames::stored), stored(matcher.group(2))))
                : Optional.empty();
    }

    private static String stored(String part) {
        return part.startsWith("\"")
                ? truncate(part.substring(1, part.length() - 1).replace("\"\"", "\""))
                : fold(part, 0, part.length());
    }

    /** The word between two offsets, folded to lower case; only ASCII is folded, as in every multi-byte encoding. */
    static String fold(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char here = text.charAt(at);
            if (here >= 'A' && here <= 'Z') {
                return truncate(foldAll(text, start, end));
            }
        }
        return truncate(text.substring(start, end));
    }

    private static String foldAll(String text, int start, int end) {
        char[] folded = new char[end - start];
        for (int at = start; at < end; at++) {
            char here = text.charAt(at);
            folded[at - start] = here >= 'A' && here <= 'Z' ? (char) (here + ('a' - 'A')) : here;
        }
        return new String(folded);
    }

    /** Cuts a name to the bytes that PostgreSQL keeps, never within a character. */
    static String truncate(String name) {
        return name.length() * 3 <= MAX_BYTES ? name : truncate(name, MAX_BYTES);
    }

    /** Cuts to a number of UTF-8 bytes, never within a character. */
    public static String truncate(String name, int maxBytes) {
        int bytes = 0;
        int at = 0;
        while (at < name.length()) {
            int codePoint = name.codePointAt(at);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return name.substring(0, at);
            }
            at += Character.charCount(codePoint);
        }
        return name;
    }

    /** The name's length as PostgreSQL counts it. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Resolves the escapes of {@code U&"…"}; a malformed one, which the server refuses, stays as written. */
    static String unescape(String raw, char escape) {
        if (raw.indexOf(escape) < 0) {
            return raw;
        }
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            char here = raw.charAt(at);
            if (here != escape) {
                name.append(here);
                at++;
            } else if (at + 1 < raw.length() && raw.charAt(at + 1) == escape) {
                name.append(escape);
                at += 2;
            } else {
                at = codePoint(raw, at, name);
            }
        }
        return name.toString();
    }

    private static int codePoint(String raw, int escape, StringBuilder name) {
        boolean six = escape + 1 < raw.length() && raw.charAt(escape + 1) == '+';
        int start = escape + (six ? 2 : 1);
        int end = start + (six ? 6 : 4);
        int value = 0;
        for (int at = start; at < end; at++) {
            int digit = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
            if (digit < 0) {
                name.append(raw.charAt(escape));
                return escape + 1;
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            name.append(raw.charAt(escape));
            return escape + 1;
        }
        name.appendCodePoint(value);
        return end;
    }
}
