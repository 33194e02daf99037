package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.rule.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags what PostgreSQL refuses whatever rows there are, because of what earlier migrations made: an index built
 * CONCURRENTLY on a partitioned table, a column's type while a view reads it. Silent where nothing is known of the object.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-depend.html">Dependency Tracking</a>
 */
final class RefusedByServer extends SafetyRule<DdlOperation> {
    RefusedByServer() {
        super(Hazard.REFUSED_BY_SERVER, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        return Refusal.of(context.run(), context.before(), context.postgres())
                .map(refusal -> draft(refusal, operation, context));
    }

    private Draft draft(Refusal refusal, DdlOperation operation, OperationContext context) {
        Draft draft = context.draft(hazard(), operation.subject().orElseGet(context::table), refusal.headline())
                .effect("PostgreSQL stops with " + refusal.error())
                .fix(fix(refusal, context));
        return refusal.certain() ? draft : draft.may();
    }

    private static List<String> fix(Refusal refusal, OperationContext context) {
        List<String> lines = new ArrayList<>(List.of(refusal.instead()));
        refusal.narrowing()
                .map(Fix::statement)
                .filter(statement -> !context.inContract())
                .ifPresent(statement -> lines.addAll(context.paste().atContract(context.author(), List.of(statement))));
        return lines;
    }
}
