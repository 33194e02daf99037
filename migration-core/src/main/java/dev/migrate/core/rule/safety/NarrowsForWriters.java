package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.DropDefault;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.DdlOperation.SetNotNull;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Language;
import java.util.List;
import java.util.Optional;

/**
 * Flags what refuses writes that succeeded before, outside a contract. Silent for a table created in the same migration,
 * and where a rule with a worse hazard speaks about the same operation: its fix moves it into a contract too.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html">Constraints</a>
 */
final class NarrowsForWriters extends SafetyRule<DdlOperation> {
    NarrowsForWriters() {
        super(Hazard.NARROWS_FOR_WRITERS, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof DropConstraint drop && drop.cascade()) {
            return cascade(drop, context);
        }
        boolean cascades = operation instanceof DropIndex drop && drop.cascade();
        if (!cascades && (context.inContract() || !refusesWrites(operation))) {
            return Optional.empty();
        }
        ObjectName table = Effects.table(operation, context.before())
                .orElseGet(() -> operation.subject().orElseThrow());
        if (operation instanceof DropIndex drop && cascades) {
            return cascade(drop, table, context);
        }
        if (context.createdHere(table) || context.effect().manner() != Manner.NARROWS) {
            return Optional.empty();
        }
        Draft draft = context.draftByEffect(
                        hazard(),
                        table,
                        Narrowing.what(operation) + " refuses writes to " + table + " that succeed today")
                .effect(Narrowing.effect(operation))
                .needed(
                        Language.isSql(context.author())
                                ? "a release that is deployed everywhere and complies"
                                : "the contract of an @Expand, in a release after one that complies");
        return Optional.of(
                Language.isSql(context.author())
                        ? draft.level(levelInFiles(operation))
                        : draft.fix(inContract(operation, context)));
    }

    /** A file cannot say which release runs; what is told of the ways that are right otherwise fails nothing. */
    private static Level levelInFiles(DdlOperation operation) {
        boolean checked = operation instanceof AddConstraint add
                && (add.constraint() instanceof ConstraintSpec.Check
                        || add.constraint() instanceof ConstraintSpec.ForeignKey);
        boolean concurrent = operation instanceof CreateIndex create && create.concurrently();
        return checked || concurrent ? Level.INFO : Level.WARNING;
    }

    /** Foreign keys rest on the key of the table that they refer to, and views on the key by which they group. */
    private Optional<Draft> cascade(DropConstraint drop, OperationContext context) {
        if (context.createdHere(drop.table())) {
            return Optional.empty();
        }
        Cascade cascade = Cascade.ofConstraint(drop.table(), drop.constraint(), context.before());
        return Optional.of(cascade.refused(hazard(), drop, context));
    }

    private Optional<Draft> cascade(DropIndex drop, ObjectName table, OperationContext context) {
        if (context.createdHere(table)) {
            return Optional.empty();
        }
        return Optional.of(
                Cascade.ofIndex(table, drop.index(), context.before()).refused(hazard(), drop, context));
    }

    /** A column that is dropped, renamed or required is the business of the rule about that. */
    private static boolean refusesWrites(DdlOperation operation) {
        if (operation instanceof AddColumn add) {
            return !add.column().constraints().isEmpty();
        }
        return operation instanceof AddConstraint
                || operation instanceof DropConstraint
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof SetNotNull
                || operation instanceof DropDefault
                || operation instanceof AlterColumnType;
    }

    private static List<String> inContract(DdlOperation operation, OperationContext context) {
        return operation instanceof CreateIndex create
                ? context.paste().indexAtContract(context.author(), create)
                : context.paste().atContract(context.author(), List.of(statement(operation, context)));
    }

    /** The author's own text, where the step is this operation and nothing else. */
    private static String statement(DdlOperation operation, OperationContext context) {
        if (context.run().step() instanceof Step.Statement step
                && step.operations().size() == 1
                && step.sql().isPresent()) {
            return step.sql().get().strip().replaceFirst(";$", "");
        }
        if (operation instanceof AddColumn add) {
            ConstraintSpec first = add.column().constraints().get(0);
            return Fix.statement(new AddConstraint(add.table(), first));
        }
        return Fix.statement(operation);
    }
}
