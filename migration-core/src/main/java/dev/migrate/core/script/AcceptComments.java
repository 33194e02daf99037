package dev.migrate.core.script;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Lines;
import dev.migrate.core.migration.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of SQL accepts, in comments of its own lines: {@code -- migrate:accept CreateIndexBlocksWrites on poll: ten
 * rows}. Directly above a statement it is for that statement; at the head of the file, before an empty line, for all of
 * them. Comments are looked for between statements alone, where no text of SQL can look like one.
 */
final class AcceptComments {
    /** A comment that begins as an acceptance and is none; the name of the page. */
    static final String MALFORMED_ACCEPTANCE = "MalformedAcceptance";

    private static final Pattern COMMENT =
            Pattern.compile("(?im)^(?<before>[^\\r\\n]*?)(?<comment>--[ \\t]*migrate:accept\\b(?<body>[^\\r\\n]*))$");
    private static final Pattern BODY = Pattern.compile(
            "\\s+(?<rule>[\\w.]+)\\s+on\\s+(?<on>(?:\"[^\"]+\"|[^\\s:\"])+)"
                    + "(?<window>\\s+in\\s+a\\s+maintenance\\s+window)?(?:\\s*:|\\s+because\\b)\\s*(?<because>.*)",
            Pattern.CASE_INSENSITIVE);
    private static final String FORM = "-- migrate:accept <Rule> on <table>: <reason>";

    private final String text;
    private final Lines lines;
    private final String migration;
    private final List<Acceptance> accepted = new ArrayList<>();
    private final List<Finding> malformed = new ArrayList<>();
    private boolean window;

    private AcceptComments(String text, Lines lines, String migration) {
        this.text = text;
        this.lines = lines;
        this.migration = migration;
    }

    /**
     * Offsets of a statement in the file.
     *
     * @param start of its first character
     * @param end after its last one
     */
    record Span(int start, int end) {}

    /**
     * What a part of a file accepts.
     *
     * @param malformed what begins as an acceptance and is none
     * @param window whether one of them is for a maintenance window
     */
    record Reading(List<Acceptance> accepted, List<Finding> malformed, boolean window) {
        Reading {
            accepted = List.copyOf(accepted);
            malformed = List.copyOf(malformed);
        }
    }

    /**
     * Reads the comments between statements.
     *
     * @param from where the part begins
     * @param to where it ends
     * @param statements of the part, in order
     */
    static Reading read(String text, Lines lines, String migration, int from, int to, List<Span> statements) {
        AcceptComments comments = new AcceptComments(text, lines, migration);
        int at = from;
        for (int number = 0; number < statements.size(); number++) {
            Span statement = statements.get(number);
            comments.gap(at, Math.max(at, statement.start()), Optional.of(statement), number == 0);
            at = Math.max(at, statement.end());
        }
        comments.gap(at, Math.max(at, to), Optional.empty(), false);
        return new Reading(comments.accepted, comments.malformed, comments.window);
    }

    private void gap(int from, int to, Optional<Span> next, boolean first) {
        if (!mentions(from, to)) {
            return;
        }
        Matcher matcher = COMMENT.matcher(text).region(from, to).useAnchoringBounds(true);
        while (matcher.find()) {
            Place place = lines.place(matcher.start("comment"), trimmedEnd(matcher));
            boolean alone = matcher.group("before").isBlank() && startsItsLine(matcher.start());
            Optional<Span> above = next.filter(statement -> isDirectlyAbove(matcher.end(), statement.start()));
            if (!alone || (above.isEmpty() && !(first && next.isPresent()))) {
                malform(
                        place,
                        "stands above no statement",
                        "a line of its own directly above the statement, or at the head of the file");
            } else {
                comment(matcher, place, above);
            }
        }
    }

    private boolean mentions(int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT).contains("migrate:accept");
    }

    /** A comment that follows a statement on its line is not above the next one. */
    private boolean startsItsLine(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** Nothing but comments until then, and no empty line. */
    private boolean isDirectlyAbove(int end, int start) {
        String between = text.substring(end, start);
        return !between.matches("(?s)\\R[ \\t]*\\R.*|.*\\R[ \\t]*\\R.*");
    }

    private static int trimmedEnd(Matcher matcher) {
        return matcher.start("comment")
                + matcher.group("comment").stripTrailing().length();
    }

    private void comment(Matcher comment, Place place, Optional<Span> above) {
        Matcher body = BODY.matcher(comment.group("body"));
        if (!body.matches()) {
            malform(place, "is not of the form of one", FORM);
            return;
        }
        String rule = body.group("rule");
        int offset = comment.start("body");
        Optional<Hazard> hazard = hazard(rule);
        if (hazard.isEmpty()) {
            malform(
                    lines.place(offset + body.start("rule"), offset + body.end("rule")),
                    "names " + rule + ", which is no hazard that can be accepted",
                    "the name in the brackets of the finding: " + FORM);
            return;
        }
        window |= body.group("window") != null;
        int because = offset + body.start("because");
        String reason = body.group("because").strip();
        accepted.add(new Acceptance(
                hazard.get(),
                body.group("on"),
                reason,
                place,
                lines.place(offset + body.start("on"), offset + body.end("on")),
                reason.isEmpty() ? place : lines.place(because, because + reason.length()),
                above.map(statement -> lines.place(statement.start(), statement.end()))));
    }

    /** As a finding names it, or as {@code @Accept} does. */
    private static Optional<Hazard> hazard(String name) {
        return Arrays.stream(Hazard.values())
                .filter(hazard ->
                        hazard.ruleName().equals(name) || hazard.name().equals(name))
                .findFirst();
    }

    private void malform(Place place, String what, String needed) {
        malformed.add(new Finding(
                MALFORMED_ACCEPTANCE,
                Level.ERROR,
                Certainty.WILL,
                Category.LINT,
                place,
                migration,
                migration,
                "the acceptance in " + migration + " " + what,
                List.of(new Line("effect", "nothing is accepted by it"), new Line("needed", needed))));
    }
}
