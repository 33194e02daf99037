package dev.migrate.core.migration;

/** The interface that a migration's class implements, or what the migration is instead of a class. */
public enum Shape {
    /** {@code SchemaMigration}. */
    SCHEMA("SchemaMigration"),
    /** {@code RiskyMigration}. */
    RISKY("RiskyMigration"),
    /** {@code ContractMigration}. */
    CONTRACT("ContractMigration"),
    /** No class at all: a file of SQL. */
    SQL("a file of SQL");

    private final String interfaceName;

    Shape(String interfaceName) {
        this.interfaceName = interfaceName;
    }

    /** The interface's simple name in the API; words for what has none. */
    public String interfaceName() {
        return interfaceName;
    }
}
