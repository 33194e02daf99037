package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.SetDefault;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** StatementText of a file of SQL, which its runner takes as one transaction unless one of them refuses that. */
final class SqlPaste implements Paste {
    private static final String NEXT_FILE = "in a later file, once this one has committed:";
    private static final String ALONE = "in a file of its own, without a transaction:";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\\s:\"]");

    @Override
    public String statement(String sql) {
        return sql + ";";
    }

    /** What validates reads all rows: the locks of other statements must not be held meanwhile. */
    @Override
    public List<String> narrowing(Migration author, List<String> statements) {
        List<String> lines = new ArrayList<>();
        for (String statement : statements) {
            boolean validates = statement.toUpperCase(Locale.ROOT).contains(" VALIDATE CONSTRAINT ");
            if (validates && !lines.isEmpty()) {
                lines.add(NEXT_FILE);
            }
            lines.add(statement(statement));
        }
        return lines;
    }

    @Override
    public List<String> atContract(Migration author, List<String> statements) {
        List<String> lines = new ArrayList<>(List.of("in a later file, once every running release complies:"));
        lines.addAll(narrowing(author, statements));
        return lines;
    }

    @Override
    public List<String> index(CreateIndex create) {
        return List.of(ALONE, statement(StatementText.concurrently(create)));
    }

    @Override
    public List<String> indexThen(Migration author, CreateIndex create, List<String> statements) {
        List<String> lines = new ArrayList<>(index(create));
        lines.add(NEXT_FILE);
        lines.addAll(narrowing(author, statements));
        return lines;
    }

    @Override
    public List<String> indexAtContract(Migration author, CreateIndex create) {
        return index(create);
    }

    @Override
    public String aNewColumn() {
        return "1. a new column:";
    }

    @Override
    public List<String> retire(ObjectName table, String column, List<String> backfill) {
        return List.of("3. its rows filled in batches, by a job that commits after each");
    }

    @Override
    public String afterRetirement(String replacement) {
        return "4. the old column dropped in a later file, after a release that uses " + replacement + " only";
    }

    @Override
    public String releaseFirst() {
        return "a release that is deployed everywhere and does without";
    }

    @Override
    public String notNullLater() {
        return "NOT NULL follows in a later file, when no row is empty any more";
    }

    @Override
    public String addColumn(ObjectName table, String column, DataType type, Optional<Sample> sample) {
        ColumnSpec spec =
                new ColumnSpec(column, type, sample.isPresent(), sample.map(Sample::sql), Optional.empty(), List.of());
        return statement(StatementText.text(new AddColumn(table, spec, false)));
    }

    @Override
    public List<String> backfill(ObjectName table, String column, String expression, boolean alsoNewRows) {
        List<String> lines = new ArrayList<>();
        if (alsoNewRows) {
            lines.add(statement(StatementText.text(new SetDefault(table, column, expression))));
        }
        String name = StatementText.quoted(column);
        lines.add("then, from a job that commits after every batch of keys, not from a migration:");
        lines.add("UPDATE " + table + " SET " + name + " = " + expression + " WHERE " + name
                + " IS NULL AND … BETWEEN … AND …");
        return lines;
    }

    @Override
    public List<String> alone(String sql, String doneWhen) {
        return List.of(ALONE, statement(sql));
    }

    @Override
    public List<String> accept(Migration author, List<Hazard> hazards, String on) {
        List<String> lines = new ArrayList<>(List.of("above the statement:"));
        hazards.forEach(hazard -> lines.add("-- migrate:accept " + hazard.ruleName() + " on " + written(on) + ": …"));
        return lines;
    }

    /** A name that would end at its first space or colon is quoted. */
    private static String written(String name) {
        if (!NEEDS_QUOTES.matcher(name).find()) {
            return name;
        }
        int dot = name.indexOf('.');
        boolean qualified =
                dot > 0 && !NEEDS_QUOTES.matcher(name.substring(0, dot)).find();
        return qualified
                ? name.substring(0, dot + 1) + Identifiers.quote(name.substring(dot + 1))
                : Identifiers.quote(name);
    }
}
