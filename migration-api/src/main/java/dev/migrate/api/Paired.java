package dev.migrate.api;

/** A recipe in two halves: the {@link Expand} runs the widening one, its {@link Contract} the narrowing one. */
public non-sealed interface Paired extends Recipe {}
