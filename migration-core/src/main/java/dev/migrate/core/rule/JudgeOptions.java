package dev.migrate.core.rule;

/**
 * What the judge is told.
 *
 * @param newest the newest major version of PostgreSQL that is judged; the oldest is what {@code @Migrations} says
 * @param tool the version of this tool: a rule that is new in it finds warnings
 */
public record JudgeOptions(int newest, ToolVersion tool) {
    private static final int NEWEST_KNOWN = 18;

    /** Judges up to the newest version that the rules know. */
    public static JudgeOptions standard() {
        return new JudgeOptions(NEWEST_KNOWN, ToolVersion.current());
    }
}
