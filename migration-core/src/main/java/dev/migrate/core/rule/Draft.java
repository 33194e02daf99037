package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A finding in the making, as a value: each method gives a draft with one line more. Lines come out in one order whatever
 * the order of the calls.
 */
public record Draft(
        String rule,
        Level level,
        Certainty certainty,
        Category category,
        Place place,
        String object,
        String migration,
        String headline,
        List<Line> lines) {
    private static final List<String> LABELS = List.of("effect", "needed", "found", "fix", "or", "note");

    /** Copies the lines. */
    public Draft {
        lines = List.copyOf(lines);
    }

    /** A draft about a hazard of an operation. */
    public static Draft of(Hazard hazard, Migration migration, Place place, String object, String headline) {
        return new Draft(
                hazard.ruleName(),
                Level.ERROR,
                Certainty.WILL,
                hazard.category(),
                place,
                object,
                migration.simpleName(),
                headline,
                List.of());
    }

    /** A draft about a migration's class, at its name. */
    public static Draft of(OrderRule rule, Migration migration, String headline) {
        return of(rule, migration, migration.place(), headline);
    }

    /** A draft about something in a migration. */
    public static Draft of(OrderRule rule, Migration migration, Place place, String headline) {
        return new Draft(
                rule.ruleName(),
                rule.level(),
                Certainty.WILL,
                rule.category(),
                place,
                migration.simpleName(),
                migration.simpleName(),
                headline,
                List.of());
    }

    /** Says what happens. */
    public Draft effect(String text) {
        return with("effect", text);
    }

    /** Says what is missing. */
    public Draft needed(String text) {
        return with("needed", text);
    }

    /** Names the near miss. */
    public Draft found(String text) {
        return with("found", text);
    }

    /** Gives what to write instead, a line of text each. */
    public Draft fix(String... lines) {
        return with("fix", String.join("\n", lines));
    }

    /** Gives what to write instead, a line of text each. */
    public Draft fix(List<String> lines) {
        return with("fix", String.join("\n", lines));
    }

    /** Gives another way. */
    public Draft or(String line) {
        return with("or", line);
    }

    /** Gives another way, a line of text each. */
    public Draft or(List<String> lines) {
        return with("or", String.join("\n", lines));
    }

    /** Adds what is good to know. */
    public Draft note(String text) {
        return with("note", text);
    }

    /** Says that it depends on what is unknown here. */
    public Draft may() {
        return new Draft(rule, level, Certainty.MAY, category, place, object, migration, headline, lines);
    }

    /** Says what kind of harm it is, where that depends on more than the rule. */
    public Draft category(Category other) {
        return new Draft(rule, level, certainty, other, place, object, migration, headline, lines);
    }

    /** Makes it as bad as said. */
    public Draft level(Level other) {
        return new Draft(rule, other, certainty, category, place, object, migration, headline, lines);
    }

    /** The finding. */
    public Finding finding() {
        return new Finding(
                rule,
                level,
                certainty,
                category,
                place,
                object,
                migration,
                headline,
                lines.stream()
                        .sorted(Comparator.comparingInt(line -> LABELS.indexOf(line.label())))
                        .toList());
    }

    private Draft with(String label, String text) {
        List<Line> extended = new ArrayList<>(lines);
        extended.add(new Line(label, text));
        return new Draft(rule, level, certainty, category, place, object, migration, headline, extended);
    }
}
