package dev.migrate.core.script;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Lines;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation.Harmless;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one file into migrations: one, or one for each of its change sets. Each statement is a step; one that runs outside
 * a transaction has {@code doneWhen}, which is empty because a file has no word for it.
 */
final class ScriptReader {
    private static final Optional<String> OUTSIDE = Optional.of("");

    private final ScriptFile file;
    private final ScriptOptions options;
    private final Lines lines;
    private final Sections sections;
    private final Placeholders placeholders;
    private final List<Finding> findings = new ArrayList<>();

    ScriptReader(ScriptFile file, ScriptOptions options) {
        this.file = file;
        this.options = options;
        this.lines = Lines.of(file.shown(), file.text());
        this.sections = Sections.of(ClientText.blanked(file.text()));
        this.placeholders = Placeholders.replaced(sections.text(), options.placeholders());
    }

    /** What is malformed in its comments. */
    List<Finding> findings() {
        return findings;
    }

    /** The names of placeholders that have no value. */
    Placeholders placeholders() {
        return placeholders;
    }

    /**
     * The migrations of the file, in order.
     *
     * @param name what the file's name says
     * @param outside whether something beside the file says that it runs without a transaction
     * @param folded whether it is part of what was there before, and so not judged
     */
    List<Migration> migrations(ScriptName name, boolean outside, boolean folded) {
        List<SqlStatement> statements = options.home()
                .map(home -> SqlReader.read(placeholders.text(), home))
                .orElseGet(() -> SqlReader.read(placeholders.text()));
        List<Migration> migrations = new ArrayList<>();
        int from = 0;
        for (Sections.Part part : sections.parts()) {
            int to = from;
            while (to < statements.size()
                    && placeholders.start(statements.get(to).start()) < part.to()) {
                to++;
            }
            List<SqlStatement> own = statements.subList(from, to);
            boolean without = outside || part.outside() || TransactionWords.runOutside(own, name.flyway());
            String partName = name(part);
            AcceptComments.Reading comments = AcceptComments.read(
                    sections.text(), lines, partName, migrations.isEmpty() ? 0 : part.from(), part.to(), spans(own));
            if (!folded) {
                findings.addAll(comments.malformed());
            }
            migrations.add(migration(part, partName, steps(own, without), folded, comments));
            from = to;
        }
        return migrations;
    }

    private List<AcceptComments.Span> spans(List<SqlStatement> statements) {
        return statements.stream()
                .map(statement -> new AcceptComments.Span(
                        placeholders.start(statement.start()), placeholders.end(statement.end())))
                .toList();
    }

    /** A file with transactions of its own is run as it stands; any other one is one transaction of the tool's. */
    private List<Step> steps(List<SqlStatement> statements, boolean without) {
        boolean open = !without && statements.stream().noneMatch(TransactionWords::begins);
        List<Step> steps = new ArrayList<>(statements.size());
        for (SqlStatement statement : statements) {
            boolean begins = TransactionWords.begins(statement);
            boolean ends = !begins && TransactionWords.ends(statement);
            steps.add(step(statement, !open || ends, begins || ends));
            open = begins || (open && !ends);
        }
        return steps;
    }

    private Step step(SqlStatement statement, boolean outside, boolean control) {
        List<PlacedOperation> operations =
                new ArrayList<>(statement.operations().size());
        for (SpannedOperation spanned : statement.operations()) {
            boolean noWork = control && spanned.operation() instanceof Opaque;
            operations.add(new PlacedOperation(
                    noWork ? new Harmless(statement.text()) : spanned.operation(),
                    place(spanned.start(), spanned.end())));
        }
        return new Step.Statement(
                Optional.of(statement.text()),
                operations,
                Optional.empty(),
                outside ? OUTSIDE : Optional.empty(),
                List.of(),
                place(statement.start(), statement.end()));
    }

    private Place place(int start, int end) {
        return lines.place(placeholders.start(start), placeholders.end(end));
    }

    private String name(Sections.Part part) {
        return part.name().isEmpty() ? file.path() : file.path() + "::" + part.name();
    }

    private Migration migration(
            Sections.Part part, String name, List<Step> steps, boolean folded, AcceptComments.Reading comments) {
        Place place = steps.isEmpty()
                ? lines.place(part.from(), part.from())
                : steps.get(0).place();
        return new Migration(
                options.location() + "/" + name,
                name,
                Optional.of(options.location()),
                options.postgres(),
                Optional.empty(),
                folded,
                List.of(),
                Optional.of(Shape.SQL),
                !comments.accepted().isEmpty(),
                comments.window(),
                comments.accepted(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                steps,
                Optional.empty(),
                List.of(),
                List.of(),
                place);
    }
}
