package dev.migrate.core.sql;

import java.util.Set;

/** The words that statements begin with. */
final class SqlStarts {
    private static final Set<String> WORDS = Set.of(
            ("alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare delete"
                            + " discard do drop end execute explain fetch grant import insert listen load lock merge"
                            + " move notify prepare reassign refresh reindex release reset revoke rollback savepoint"
                            + " security select set show start table truncate unlisten update vacuum values with")
                    .split(" ", -1));

    private SqlStarts() {}

    static boolean is(String word) {
        return WORDS.contains(word);
    }
}
