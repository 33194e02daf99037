package dev.migrate.core.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A statement whose effect is measured, and what it finds.
 *
 * @param name unique
 * @param setup what is committed before it, on top of {@link EffectCases#schema()}
 * @param before what runs before it in the same transaction
 * @param sql the statement, or several
 * @param from the first major version that knows the statement
 */
public record EffectCase(String name, String setup, String before, String sql, int from) {
    private static final int OLDEST = 13;

    /** Refuses null. */
    public EffectCase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(sql, "sql");
    }

    /**
     * The cases of a text: each begins with a line {@code # name}, then {@code setup:}, {@code before:} and {@code from:}
     * lines where needed, then the SQL. Lines that begin with {@code ##} are remarks.
     */
    static List<EffectCase> list(String text) {
        List<EffectCase> cases = new ArrayList<>();
        for (String block : text.split("(?m)^# ")) {
            String remarks = block.replaceAll("(?m)^##.*\\R?", "").strip();
            if (!remarks.isEmpty()) {
                cases.add(one(remarks));
            }
        }
        return cases;
    }

    private static EffectCase one(String block) {
        List<String> setup = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        int from = OLDEST;
        List<String> lines = block.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("setup: ")) {
                setup.add(line.substring("setup: ".length()));
            } else if (line.startsWith("before: ")) {
                before.add(line.substring("before: ".length()));
            } else if (line.startsWith("from: ")) {
                from = Integer.parseInt(line.substring("from: ".length()).strip());
            } else {
                sql.add(line);
            }
        }
        return new EffectCase(
                lines.get(0).strip(),
                String.join("\n", setup),
                String.join("\n", before),
                String.join("\n", sql).strip(),
                from);
    }
}
