package dev.migrate.core.rule.order;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.AcceptanceRule;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.rule.RulePage;
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
                .fix("remove this @Accept")
                .note("on takes the name of a table as the finding names it")
                .finding());
    }

    @Override
    public RulePage page() {
        return RulePage.of(
                "An `@Accept` silences nothing.",
                """
                The hazard is not there, on that object. Either the migration has become safer since, or `on` does not
                name the table as the finding names it. It is information and fails nothing.
                """,
                "For `UNREAD_STATEMENT`, because a newer version may read what an older one could not, and in closed"
                        + " releases.");
    }
}
