package dev.migrate.processor;

/** Sources of a small application, as its authors write them. */
final class Polls {
    static final String PACKAGE_INFO = """
            @Migrations(app = "polls", postgres = 15)
            package polls.migrations;

            import dev.migrate.api.Migrations;
            """;

    static final String V1_CREATE = """
            package polls.migrations;

            import static org.jooq.impl.DSL.createTable;
            import static org.jooq.impl.SQLDataType.BIGINT;
            import static org.jooq.impl.SQLDataType.VARCHAR;

            import dev.migrate.api.Safe;
            import dev.migrate.api.SchemaMigration;
            import dev.migrate.api.Steps;

            @Safe
            public final class V1_CreatePolls implements SchemaMigration {
                @Override
                public void up(Steps steps) {
                    steps.add(createTable("polls_poll")
                            .column("id", BIGINT.notNull())
                            .column("title", VARCHAR(200).notNull())
                            .column("old_field", VARCHAR(200)));
                }
            }
            """;

    static final String V2_RETIRE = """
            package polls.migrations;

            import static dev.migrate.api.Recipes.retireColumn;

            import dev.migrate.api.Expand;
            import dev.migrate.api.SchemaMigration;
            import dev.migrate.api.Steps;

            @Expand
            public final class V2_RetireOldField implements SchemaMigration {
                @Override
                public void up(Steps steps) {
                    steps.add(retireColumn("polls_poll", "old_field"));
                }
            }
            """;

    static final String V3_DROP = """
            package polls.migrations;

            import dev.migrate.api.Contract;
            import dev.migrate.api.ContractMigration;

            @Contract(of = V2_RetireOldField.class)
            public final class V3_DropOldField implements ContractMigration {}
            """;

    private Polls() {}

    /** A safe migration whose body is the given lines; {@code steps} is there, and {@code sql}. */
    static String safe(String name, String body) {
        return """
                package polls.migrations;

                import static dev.migrate.api.Recipes.sql;
                import static org.jooq.impl.DSL.alterTable;

                import dev.migrate.api.Safe;
                import dev.migrate.api.SchemaMigration;
                import dev.migrate.api.Steps;

                @Safe
                public final class %s implements SchemaMigration {
                    @Override
                    public void up(Steps steps) {
                %s
                    }
                }
                """.formatted(name, body.stripTrailing().indent(8).stripTrailing());
    }
}
