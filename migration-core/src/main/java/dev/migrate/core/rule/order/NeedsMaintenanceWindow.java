package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.AcceptanceRule;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.OrderRule;
import java.util.Optional;

/** Flags the acceptance of a dangerous hazard without a window; at the {@code @Accept}. */
final class NeedsMaintenanceWindow implements AcceptanceRule {
    @Override
    public Optional<Finding> check(Acceptance acceptance, Migration migration, boolean used) {
        if (!used || !acceptance.hazard().dangerous() || migration.maintenanceWindow()) {
            return Optional.empty();
        }
        Draft draft = Draft.of(
                        OrderRule.NEEDS_MAINTENANCE_WINDOW,
                        migration,
                        acceptance.place(),
                        acceptance.hazard() + " on " + acceptance.on() + " is accepted without a maintenance window")
                .effect("it stops traffic or breaks the running release, which no reason makes harmless");
        if (acceptance.place().file().endsWith(".sql")) {
            return Optional.of(draft.fix("-- migrate:accept "
                            + acceptance.hazard().ruleName() + " on " + acceptance.on() + " in a maintenance window: …")
                    .finding());
        }
        return Optional.of(draft.fix("@Risky(value = " + JavaText.accept(acceptance.hazard(), acceptance.on())
                        + ", maintenanceWindow = true)")
                .note("migrate:apply then asks for -Dmigrate.maintenanceWindow")
                .finding());
    }
}
