package dev.migrate.engine.output;

import java.time.Duration;
import java.util.Locale;

/** Numbers, times and statements as people read them. */
public final class Words {
    private static final int STATEMENT_WIDTH = 100;

    private Words() {}

    /** A duration with one unit that suits its size: {@code 34 ms}, {@code 1.2 s}, {@code 3 min 5 s}. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** A count with its noun: {@code 1 migration}, {@code 12,034 migrations}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number with thousands apart: {@code 12,034}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A statement on one line, cut where it is long. */
    public static String oneLine(String statement) {
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() <= STATEMENT_WIDTH ? line : line.substring(0, STATEMENT_WIDTH - 1) + "…";
    }
}
