package dev.migrate.core.finding;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.migration.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a rule found, as a value; who prints it decides how.
 *
 * @param rule the rule's name in upper camel case, the tag of the message and the name of its page
 * @param certainty whether it is proved from the schema or depends on what is unknown here
 * @param object the table or class it is about; what {@code @Accept.on} names
 * @param migration the migration's simple name, or the SQL file's name
 * @param headline one line that stands alone: what is wrong with which object, lower case, no full stop
 * @param lines the labelled lines below it, in the order in which they are shown
 * @param runBy the simple name of the migration that runs it: the contract, where an expand declares what the contract
 *     does; the migration itself everywhere else
 */
public record Finding(
        String rule,
        Level level,
        Certainty certainty,
        Category category,
        Place place,
        String object,
        String migration,
        String headline,
        List<Line> lines,
        String runBy) {
    /** A finding about what the migration itself runs. */
    public Finding(
            String rule,
            Level level,
            Certainty certainty,
            Category category,
            Place place,
            String object,
            String migration,
            String headline,
            List<Line> lines) {
        this(rule, level, certainty, category, place, object, migration, headline, lines, migration);
    }

    /** Copies the lines. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(runBy, "runBy");
        lines = List.copyOf(lines);
    }

    /** The same finding at another place. */
    public Finding at(Place other) {
        return new Finding(rule, level, certainty, category, other, object, migration, headline, lines, runBy);
    }

    /** The same finding about what another migration runs. */
    public Finding runBy(String runner) {
        return new Finding(rule, level, certainty, category, place, object, migration, headline, lines, runner);
    }

    /** The same finding, as bad as said, with a line that tells why. */
    public Finding level(Level other, Line why) {
        List<Line> more = new ArrayList<>(lines);
        more.add(why);
        return new Finding(rule, other, certainty, category, place, object, migration, headline, more, runBy);
    }

    /** How bad it is. */
    public enum Level {
        /** Fails the build. */
        ERROR,
        /** Shown, and does not fail the build. */
        WARNING,
        /** Told. */
        INFO
    }

    /** How sure it is. */
    public enum Certainty {
        /** Proved from the folded schema. */
        WILL,
        /** Depends on an object or data that is not known here. */
        MAY
    }

    /**
     * A labelled line.
     *
     * @param label one of {@code effect, needed, found, fix, or, note, see}
     * @param text one or more lines
     */
    public record Line(String label, String text) {
        /** Refuses null. */
        public Line {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(text, "text");
        }
    }
}
