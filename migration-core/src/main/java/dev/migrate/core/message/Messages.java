package dev.migrate.core.message;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Place;
import java.util.List;

/**
 * The one formatter of findings: {@code [RuleName] headline}, labelled lines below it with their texts aligned, and the
 * rule's page last.
 */
public final class Messages {
    /** The longest label is {@code effect} or {@code needed}; two spaces after its colon. */
    private static final int TEXT_COLUMN = 9;

    private static final String INDENT = "    ";
    private static final int LISTED = 10;

    private Messages() {}

    /**
     * The whole message, as a compiler takes it: whoever prints it adds place and indentation.
     *
     * @return lines separated by {@code \n}, without one at the end
     */
    public static String text(Finding finding) {
        StringBuilder text = new StringBuilder("[" + finding.rule() + "] " + finding.headline());
        for (Finding.Line line : finding.lines()) {
            append(text, line.label(), line.text());
        }
        append(text, "see", page(finding.rule()));
        return text.toString();
    }

    /** The message for a terminal or log: place and level before the first line, the others indented. */
    public static String located(Finding finding) {
        String text = text(finding).replace("\n", "\n" + INDENT);
        return at(finding.place()) + ": " + level(finding) + ": " + text;
    }

    /** The page of a rule, relative to the project's root. */
    public static String page(String rule) {
        return "docs/hazards/" + rule + ".md";
    }

    /** Names in a row, at most ten of them: {@code a, b and 7 others}. */
    public static String list(List<String> names) {
        if (names.size() <= LISTED) {
            return String.join(", ", names);
        }
        int others = names.size() - LISTED;
        return String.join(", ", names.subList(0, LISTED)) + " and " + others + (others == 1 ? " other" : " others");
    }

    private static void append(StringBuilder text, String label, String value) {
        String margin = " ".repeat(TEXT_COLUMN);
        text.append('\n').append((label + ":" + margin), 0, TEXT_COLUMN).append(value.replace("\n", "\n" + margin));
    }

    private static String at(Place place) {
        if (place.line() <= 0) {
            return place.file();
        }
        return place.column() <= 0
                ? place.file() + ":" + place.line()
                : place.file() + ":" + place.line() + ":" + place.column();
    }

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(java.util.Locale.ROOT);
    }
}
