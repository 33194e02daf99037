package dev.migrate.core.rule;

import dev.migrate.core.migration.Migration;

/** What a migration is written in: the fix of a finding is given in the same. */
public enum Language {
    /** A class with steps. */
    JAVA,
    /** A file of statements, which another tool or a person runs in order. */
    SQL;

    /** The language of a migration's author. */
    public static Language of(Migration migration) {
        return migration.isSql() ? SQL : JAVA;
    }

    /** Whether it is a file of statements. */
    public static boolean isSql(Migration migration) {
        return of(migration) == SQL;
    }
}
