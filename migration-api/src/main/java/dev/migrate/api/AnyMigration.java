package dev.migrate.api;

/**
 * What {@link Contract#of()} and {@link DependsOn} can name. Authors implement {@link SchemaMigration},
 * {@link RiskyMigration} or {@link ContractMigration}.
 */
public sealed interface AnyMigration permits SchemaMigration, RiskyMigration, ContractMigration {}
