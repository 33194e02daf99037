package dev.migrate.api;

/**
 * The second half of a pair, annotated {@link Contract}. It has no body: its steps are what the {@link Expand} declared
 * through {@link Paired} recipes and {@link Steps#atContract}.
 */
public non-sealed interface ContractMigration extends AnyMigration {}
