package dev.migrate.api;

/** A recipe after which every statement that succeeded before still succeeds and means the same. */
public non-sealed interface Widening extends Recipe {}
