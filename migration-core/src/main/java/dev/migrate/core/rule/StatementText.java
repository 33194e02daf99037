package dev.migrate.core.rule;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.IndexForm;
import dev.migrate.core.operation.OperationSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** StatementText that several texts need, as SQL. */
public final class StatementText {
    private static final OperationSql SQL = OperationSql.readable();

    private StatementText() {}

    /** An operation as SQL, with names quoted where they need it. */
    public static String text(DdlOperation operation) {
        return SQL.statement(operation).orElseThrow();
    }

    /** A name, quoted where it needs it. */
    public static String quoted(String name) {
        return SQL.quote(name);
    }

    /** The recipe names columns, and nothing about how they are kept. */
    public static boolean recipeCanSay(CreateIndex create) {
        return create.form().equals(IndexForm.PLAIN) && create.keys().stream().noneMatch(key -> key.startsWith("("));
    }

    /** CREATE INDEX CONCURRENTLY of the same index. */
    public static String concurrently(CreateIndex create) {
        return text(new CreateIndex(
                Optional.of(indexName(create)),
                create.table(),
                create.keys(),
                create.including(),
                create.unique(),
                true,
                false,
                create.method(),
                create.where(),
                create.form()));
    }

    /** The query that tells whether an index is there and valid. */
    public static String isValid(String index) {
        return "SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('" + SQL.quote(index)
                + "') AND indisvalid)";
    }

    /** The name that it has, or that PostgreSQL would generate. */
    public static String indexName(CreateIndex create) {
        return create.index().orElseGet(() -> {
            List<String> parts = new ArrayList<>(List.of(create.table().name()));
            create.keys().forEach(key -> parts.add(key.startsWith("(") ? "expr" : key));
            parts.add("idx");
            return String.join("_", parts);
        });
    }
}
