package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.AcceptanceRule;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.rule.RulePage;
import java.util.Optional;

/** Flags the acceptance of a dangerous hazard without a window; at the {@code @Accept}. */
final class NeedsMaintenanceWindow implements AcceptanceRule {
    @Override
    public Optional<Finding> check(Acceptance acceptance, Migration migration, boolean used) {
        if (!used || !acceptance.hazard().dangerous() || migration.maintenanceWindow()) {
            return Optional.empty();
        }
        return Optional.of(Draft.of(
                        OrderRule.NEEDS_MAINTENANCE_WINDOW,
                        migration,
                        acceptance.place(),
                        acceptance.hazard() + " on " + acceptance.on() + " is accepted without a maintenance window")
                .effect("it stops traffic or breaks the running release, which no reason makes harmless")
                .fix("@Risky(value = " + JavaText.accept(acceptance.hazard(), acceptance.on())
                        + ", maintenanceWindow = true)")
                .note("migrate:apply then asks for -Dmigrate.maintenanceWindow")
                .finding());
    }

    @Override
    public RulePage page() {
        return RulePage.of(
                "A dangerous hazard is accepted without `maintenanceWindow = true`.",
                """
                A rewrite holds a lock that stops reads and writes for as long as it takes, and a rename in place breaks
                every statement of the running release. Such a hazard can be accepted for a window without traffic, and
                `migrate:apply` asks for `-Dmigrate.maintenanceWindow` before it runs.
                """,
                "For hazards that are not dangerous, and where the acceptance finds nothing.");
    }
}
