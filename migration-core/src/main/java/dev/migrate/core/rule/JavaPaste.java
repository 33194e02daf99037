package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps of a migration's class. */
final class JavaPaste implements Paste {
    private static final String FOR_A_CONTRACT = "in an @Expand, for its @Contract in a later release:";

    @Override
    public String statement(String sql) {
        return JavaText.addSql(sql);
    }

    @Override
    public List<String> narrowing(Migration author, List<String> statements) {
        return author.kinds().contains(Kind.RISKY)
                ? statements.stream().map(JavaText::addSql).toList()
                : atContract(author, statements);
    }

    @Override
    public List<String> atContract(Migration author, List<String> statements) {
        List<String> lines = new ArrayList<>();
        if (!author.kinds().contains(Kind.EXPAND)) {
            lines.add(FOR_A_CONTRACT);
        }
        statements.forEach(statement -> lines.add(JavaText.atContract(statement)));
        return lines;
    }

    @Override
    public List<String> index(CreateIndex create) {
        String name = StatementText.indexName(create);
        if (!StatementText.recipeCanSay(create)) {
            return List.of("steps.add(" + concurrently(create) + ");");
        }
        return List.of("steps.add(indexConcurrently(" + JavaText.literal(name) + ").on("
                + JavaText.literal(create.table().toString()) + ", " + JavaText.literals(create.keys()) + ")"
                + (create.method().equals("btree") ? "" : ".using(" + JavaText.literal(create.method()) + ")")
                + create.where()
                        .map(where -> ".where(expr(" + JavaText.literal(where) + "))")
                        .orElse("")
                + (create.including().isEmpty() ? "" : ".including(" + JavaText.literals(create.including()) + ")")
                + (create.unique() ? ".unique()" : "") + ");");
    }

    @Override
    public List<String> indexThen(Migration author, CreateIndex create, List<String> statements) {
        List<String> lines = new ArrayList<>(narrowing(author, statements));
        int first = lines.size() - statements.size();
        String method = author.kinds().contains(Kind.RISKY) ? "steps.add(" : "steps.atContract(";
        lines.add(first, method + concurrently(create) + ");");
        return lines;
    }

    @Override
    public List<String> indexAtContract(Migration author, CreateIndex create) {
        return List.of(FOR_A_CONTRACT, "steps.atContract(" + concurrently(create) + ");");
    }

    @Override
    public String aNewColumn() {
        return "1. a new column, in a @Safe migration:";
    }

    @Override
    public List<String> retire(ObjectName table, String column, List<String> backfill) {
        List<String> lines = new ArrayList<>(List.of("3. an @Expand after it:"));
        lines.addAll(backfill);
        lines.add("steps.add(retireColumn(" + JavaText.literals(List.of(table.toString(), column)) + "));");
        return lines;
    }

    @Override
    public String afterRetirement(String replacement) {
        return "4. its @Contract, after a release that uses " + replacement + " only";
    }

    @Override
    public String releaseFirst() {
        return "the contract of an @Expand, by steps.atContract(sql(\"…\")), after a release that does without";
    }

    @Override
    public String notNullLater() {
        return "NOT NULL follows in the contract of an @Expand, when no row is empty any more";
    }

    @Override
    public String addColumn(ObjectName table, String column, DataType type, Optional<Sample> sample) {
        String suffix = sample.map(each -> ".notNull().defaultValue(" + each.java() + ")")
                .orElse("");
        return JavaText.jooqType(type)
                .map(constant -> "steps.add(alterTable(" + JavaText.literal(table.toString()) + ").addColumn("
                        + JavaText.literal(column) + ", " + constant + suffix + "));")
                .orElseGet(() -> JavaText.addSql(StatementText.text(new DdlOperation.AddColumn(
                        table,
                        new ColumnSpec(
                                column, type, sample.isPresent(), sample.map(Sample::sql), Optional.empty(), List.of()),
                        false))));
    }

    @Override
    public List<String> backfill(ObjectName table, String column, String expression, boolean alsoNewRows) {
        String value = "expr(" + JavaText.literal(expression) + ")";
        return List.of("steps.add(backfill(" + JavaText.literals(List.of(table.toString(), column)) + ").setting("
                + value + ")" + (alsoNewRows ? ".oldWritersGet(" + value + ")" : "") + ");");
    }

    @Override
    public List<String> alone(String sql, String doneWhen) {
        return List.of("steps.add(" + outside(sql, doneWhen) + ");");
    }

    @Override
    public List<String> accept(Migration author, List<Hazard> hazards, String on) {
        return List.of(JavaText.risky(author, hazards, on));
    }

    private static String concurrently(CreateIndex create) {
        return outside(StatementText.concurrently(create), StatementText.isValid(StatementText.indexName(create)));
    }

    private static String outside(String sql, String doneWhen) {
        return JavaText.sql(sql) + ".outsideTransaction().doneWhen(" + JavaText.literal(doneWhen) + ")";
    }
}
