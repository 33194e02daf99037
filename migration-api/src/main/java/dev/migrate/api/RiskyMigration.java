package dev.migrate.api;

/**
 * A migration with accepted hazards: annotated {@link Risky}, alone or beside {@link Expand}. Its steps may narrow. For
 * the class itself see {@link SchemaMigration}.
 */
public non-sealed interface RiskyMigration extends AnyMigration {
    /**
     * Describes the change. Called without a database, more than once, and must add the same steps each time.
     *
     * @param steps takes the steps in their order
     */
    void up(RiskySteps steps);

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
