package dev.migrate.core.rule.order;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.AcceptanceRule;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.Optional;

/** Tells of an acceptance that silences nothing; at the {@code @Accept}. */
final class UnusedAcceptance implements AcceptanceRule {
    @Override
    public Optional<Finding> check(Acceptance acceptance, Migration migration, boolean used) {
        if (used || migration.closed() || acceptance.hazard() == Hazard.UNREAD_STATEMENT) {
            return Optional.empty();
        }
        return Optional.of(Draft.of(
                        OrderRule.UNUSED_ACCEPTANCE,
                        migration,
                        acceptance.place(),
                        migration.simpleName() + " accepts " + acceptance.hazard() + " on " + acceptance.on()
                                + ", where it is not found")
                .fix(acceptance.place().file().endsWith(".sql") ? "remove this comment" : "remove this @Accept")
                .note(
                        acceptance.scope().isPresent()
                                ? "above a statement it is for that statement alone; on takes the name of a table as the finding names it"
                                : "on takes the name of a table as the finding names it")
                .finding());
    }
}
