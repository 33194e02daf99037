package dev.migrate.engine.verify;

import dev.migrate.core.migration.Check;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a check came to.
 *
 * @param rows the first violating rows, column by column
 * @param more whether there are more of them
 * @param why it does not hold; empty if it does
 */
public record Verdict(
        String migration,
        Check check,
        boolean holds,
        List<Map<String, @Nullable String>> rows,
        boolean more,
        String why) {
    /** Copies the list. */
    public Verdict {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(why, "why");
        rows = List.copyOf(rows);
    }
}
