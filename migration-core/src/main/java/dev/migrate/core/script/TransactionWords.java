package dev.migrate.core.script;

import dev.migrate.core.sql.SqlStatement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What begins and ends transactions in a file, and which statements Flyway knows to run without one. */
final class TransactionWords {
    private static final Pattern BEGIN = words("begin|start\\s+transaction");
    private static final Pattern END =
            words("commit|end|abort|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b)|prepare\\s+transaction");
    /** A file of nothing else runs without a transaction by itself; what else refuses one needs a setting. */
    private static final Pattern KNOWN_TO_FLYWAY =
            words("(?:create|drop)\\s+(?:database|tablespace|subscription)|alter\\s+system"
                    + "|(?:create|drop)\\s+(?:unique\\s+)?index\\s+concurrently"
                    + "|reindex(?:\\s+verbose)?\\s+(?:schema|database|system)|discard\\s+all|vacuum");

    private TransactionWords() {}

    static boolean begins(SqlStatement statement) {
        return BEGIN.matcher(statement.text()).lookingAt();
    }

    static boolean ends(SqlStatement statement) {
        return END.matcher(statement.text()).lookingAt();
    }

    /** Whether a file of these statements is run without a transaction, without anybody saying so. */
    static boolean runOutside(List<SqlStatement> statements, boolean byFlyway) {
        return !statements.isEmpty()
                && statements.stream().noneMatch(SqlStatement::insideTransaction)
                && (!byFlyway || statements.stream().allMatch(TransactionWords::isKnownToFlyway));
    }

    private static boolean isKnownToFlyway(SqlStatement statement) {
        return KNOWN_TO_FLYWAY.matcher(statement.text()).lookingAt();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?:" + alternatives.toLowerCase(Locale.ROOT) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
