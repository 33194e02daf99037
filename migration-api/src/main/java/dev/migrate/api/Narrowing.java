package dev.migrate.api;

/** A recipe after which some statement that succeeded before can fail or mean something else. */
public non-sealed interface Narrowing extends Recipe {}
