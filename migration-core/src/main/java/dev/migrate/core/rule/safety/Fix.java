package dev.migrate.core.rule.safety;

import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.ValidateConstraint;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.rule.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of Java that several rules offer, in the user's own names. */
final class Fix {
    static final OperationSql SQL = OperationSql.readable();

    private Fix() {}

    /** Statements for the place where narrowing is allowed: the contract's half, or a migration that is risky already. */
    static String[] narrowing(OperationContext context, List<String> statements) {
        List<String> lines = new ArrayList<>();
        Migration author = context.author();
        if (author.kinds().contains(Kind.RISKY)) {
            statements.forEach(statement -> lines.add(JavaText.addSql(statement)));
            return lines.toArray(String[]::new);
        }
        if (!author.kinds().contains(Kind.EXPAND)) {
            lines.add("in an @Expand, for its @Contract in a later release:");
        }
        statements.forEach(statement -> lines.add(JavaText.atContract(statement)));
        return lines.toArray(String[]::new);
    }

    /** Adding without a check of the rows that exist, then checking them under a lock that stops nobody. */
    static List<String> addThenValidate(ObjectName table, ConstraintSpec constraint, String name) {
        return List.of(
                statement(new AddConstraint(table, notValid(constraint, name))),
                statement(new ValidateConstraint(table, name)));
    }

    static String statement(DdlOperation operation) {
        return SQL.statement(operation).orElseThrow();
    }

    /** {@code steps.add(alterTable(…).addColumn(…));}, or the same as SQL for a type that jOOQ has no constant for. */
    static String addColumn(ObjectName table, String column, DataType type, String suffix) {
        return JavaText.jooqType(type)
                .map(constant -> "steps.add(alterTable(" + JavaText.literal(table.toString()) + ").addColumn("
                        + JavaText.literal(column) + ", " + constant + suffix + "));")
                .orElseGet(() -> JavaText.addSql(
                        statement(new DdlOperation.AddColumn(table, ColumnSpec.of(column, type), false))));
    }

    /** {@code steps.add(backfill(…).setting(expr(…)));}, with a default for rows of old writers if there is one. */
    static String backfill(ObjectName table, String column, String expression, Optional<String> oldWritersGet) {
        return "steps.add(backfill(" + JavaText.literals(List.of(table.toString(), column)) + ").setting(expr("
                + JavaText.literal(expression) + "))"
                + oldWritersGet
                        .map(value -> ".oldWritersGet(expr(" + JavaText.literal(value) + "))")
                        .orElse("")
                + ");";
    }

    static String retireColumn(ObjectName table, String column) {
        return "steps.add(retireColumn(" + JavaText.literals(List.of(table.toString(), column)) + "));";
    }

    /** The recipe for an index, or SQL for keys that the recipe cannot name. */
    static String concurrentIndex(CreateIndex create) {
        String name = indexName(create);
        if (create.keys().stream().anyMatch(key -> key.startsWith("("))) {
            return "steps.add(" + concurrentSql(create) + ");";
        }
        return "steps.add(indexConcurrently(" + JavaText.literal(name) + ").on("
                + JavaText.literal(create.table().toString()) + ", " + JavaText.literals(create.keys()) + ")"
                + (create.method().equals("btree") ? "" : ".using(" + JavaText.literal(create.method()) + ")")
                + create.where()
                        .map(where -> ".where(expr(" + JavaText.literal(where) + "))")
                        .orElse("")
                + (create.including().isEmpty() ? "" : ".including(" + JavaText.literals(create.including()) + ")")
                + (create.unique() ? ".unique()" : "") + ");";
    }

    /** CREATE INDEX CONCURRENTLY outside a transaction, with the query that tells whether it is done. */
    static String concurrentSql(CreateIndex create) {
        String name = indexName(create);
        String statement = statement(new CreateIndex(
                Optional.of(name),
                create.table(),
                create.keys(),
                create.including(),
                create.unique(),
                true,
                false,
                create.method(),
                create.where()));
        String valid = "SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('" + SQL.quote(name)
                + "') AND indisvalid)";
        return JavaText.sql(statement) + ".outsideTransaction().doneWhen(" + JavaText.literal(valid) + ")";
    }

    static String indexName(CreateIndex create) {
        return create.index().orElseGet(() -> String.join("_", generatedParts(create)));
    }

    /** The name that PostgreSQL would generate. */
    static String constraintName(ObjectName table, ConstraintSpec constraint) {
        return constraint.name().orElseGet(() -> generatedName(table.name(), constraint));
    }

    private static List<String> generatedParts(CreateIndex create) {
        List<String> parts = new ArrayList<>(List.of(create.table().name()));
        create.keys().forEach(key -> parts.add(key.startsWith("(") ? "expr" : key));
        parts.add(create.unique() ? "key" : "idx");
        return parts;
    }

    private static String generatedName(String table, ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return table + "_" + String.join("_", key.columns()) + "_fkey";
        }
        if (constraint instanceof ConstraintSpec.Unique unique) {
            return table + "_" + String.join("_", unique.columns()) + "_key";
        }
        if (constraint instanceof ConstraintSpec.PrimaryKey) {
            return table + "_pkey";
        }
        if (constraint instanceof ConstraintSpec.NotNull notNull) {
            return table + "_" + notNull.column() + "_not_null";
        }
        return table + (constraint instanceof ConstraintSpec.Check ? "_check" : "_excl");
    }

    private static ConstraintSpec notValid(ConstraintSpec constraint, String name) {
        if (constraint instanceof ConstraintSpec.Check check) {
            return new ConstraintSpec.Check(Optional.of(name), check.expression(), true, check.enforced());
        }
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return key.notValidAs(name);
        }
        return constraint;
    }
}
