package dev.migrate.api;

/**
 * A migration that widens: annotated {@link Safe} or {@link Expand}. Its class is public, final, top-level, has a
 * constructor without parameters and is named {@code V<number>_<Name>}; numbers order numerically within an app.
 */
public non-sealed interface SchemaMigration extends AnyMigration {
    /**
     * Describes the change. Called without a database, more than once, and must add the same steps each time.
     *
     * @param steps takes the steps in their order
     */
    void up(Steps steps);

    /**
     * Describes the way back, where it cannot be derived from {@link #up}. Overriding it replaces the derived inverse
     * as a whole.
     *
     * @param steps takes the inverse steps in the order in which they run
     */
    default void down(RiskySteps steps) {}

    /**
     * Describes what must hold in the data once the migration is complete.
     *
     * @param verification takes the checks
     */
    default void verify(Verification verification) {}
}
