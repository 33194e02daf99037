package dev.migrate.api;

/** The steps of a migration that may narrow, and of every way back. */
public interface RiskySteps extends Steps {
    /** Adds a recipe that narrows. */
    void add(Narrowing recipe);
}
