package dev.migrate.core.rule;

import dev.migrate.core.schema.Schema;
import java.util.Objects;

/**
 * What the judge is told.
 *
 * @param newest the newest major version of PostgreSQL that is judged; the oldest is what {@code @Migrations} says
 * @param tool the version of this tool: a rule that is new in it finds warnings
 * @param start the schema before the first migration: what is in it existed, and holds rows
 */
public record JudgeOptions(int newest, ToolVersion tool, Schema start) {
    /** The oldest version that the rules know. */
    public static final int OLDEST_KNOWN = 13;

    /** The newest version that the rules know. */
    public static final int NEWEST_KNOWN = 18;

    /** Refuses null. */
    public JudgeOptions {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(start, "start");
    }

    /** Judges from an empty database. */
    public JudgeOptions(int newest, ToolVersion tool) {
        this(newest, tool, Schema.empty());
    }

    /** Judges up to the newest version that the rules know, from an empty database. */
    public static JudgeOptions standard() {
        return new JudgeOptions(NEWEST_KNOWN, ToolVersion.current());
    }

    /** The same up to another version. */
    public JudgeOptions upTo(int version) {
        return new JudgeOptions(version, tool, start);
    }

    /** The same from a schema that is there already. */
    public JudgeOptions startingWith(Schema schema) {
        return new JudgeOptions(newest, tool, schema);
    }
}
