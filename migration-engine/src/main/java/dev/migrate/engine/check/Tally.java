package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding.Level;
import dev.migrate.engine.output.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many findings of which level, and the verdict in a line. */
record Tally(long migrations, Map<Level, Long> counts, long suppressed) {
    static Tally of(List<CheckResult> modules) {
        Map<Level, Long> counts = new EnumMap<>(Level.class);
        long migrations = 0;
        long suppressed = 0;
        for (CheckResult module : modules) {
            migrations += module.migrations();
            suppressed += module.suppressed().size();
            module.findings().forEach(found -> counts.merge(found.finding().level(), 1L, Long::sum));
        }
        return new Tally(migrations, counts, suppressed);
    }

    long count(Level level) {
        return counts.getOrDefault(level, 0L);
    }

    /** {@code checked 3 migrations: 1 error, 2 accepted}. */
    String verdict() {
        return "checked " + Words.count(migrations, "migration") + ": " + words();
    }

    /** {@code 1 error, 2 for information, 1 accepted or applied}. */
    String words() {
        List<String> parts = new ArrayList<>(levels(counts));
        if (parts.isEmpty()) {
            parts.add("no findings");
        }
        if (suppressed > 0) {
            parts.add(suppressed + " accepted");
        }
        return String.join(", ", parts);
    }

    /** The counts that are not zero, in words. */
    static List<String> levels(Map<Level, Long> counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.getOrDefault(Level.ERROR, 0L), "error");
        add(parts, counts.getOrDefault(Level.WARNING, 0L), "warning");
        long told = counts.getOrDefault(Level.INFO, 0L);
        if (told > 0) {
            parts.add(told + " for information");
        }
        return parts;
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Words.count(count, noun));
        }
    }
}
