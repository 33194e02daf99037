package dev.migrate.core.migration;

/** The interface that a migration's class implements. */
public enum Shape {
    /** {@code SchemaMigration}. */
    SCHEMA("SchemaMigration"),
    /** {@code RiskyMigration}. */
    RISKY("RiskyMigration"),
    /** {@code ContractMigration}. */
    CONTRACT("ContractMigration");

    private final String interfaceName;

    Shape(String interfaceName) {
        this.interfaceName = interfaceName;
    }

    /** The interface's simple name in the API. */
    public String interfaceName() {
        return interfaceName;
    }
}
