package dev.migrate.engine.output;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a person may have meant. */
public final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /** The three names nearest to a misspelled or shortened one, the nearest first. */
    public static List<String> to(String named, List<String> names) {
        String wanted = named.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** Edits between the two; a part of a name is nearer than any misspelling of another. */
    private static int distance(String wanted, String name) {
        return name.contains(wanted) ? name.length() - wanted.length() - 100 : levenshtein(wanted, name);
    }

    private static int levenshtein(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, at -> at);
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(changed, 1 + Math.min(before[column], here[column - 1]));
            }
            before = here;
        }
        return before[other.length()];
    }
}
