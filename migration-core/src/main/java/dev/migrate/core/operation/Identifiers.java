package dev.migrate.core.operation;

/** Identifiers in SQL text. */
public final class Identifiers {
    private Identifiers() {}

    /**
     * Always quotes, so that no key word list has to be right for every version.
     *
     * @param name the name as stored; a quote in it is doubled
     * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers
     *     and Key Words</a>
     */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal that holds the text, whatever {@code standard_conforming_strings} says. */
    public static String literal(String text) {
        String quoted = '\'' + text.replace("'", "''") + '\'';
        return text.indexOf('\\') < 0 ? quoted : 'E' + quoted.replace("\\", "\\\\");
    }
}
