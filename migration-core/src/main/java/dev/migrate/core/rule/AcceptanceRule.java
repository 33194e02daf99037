package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import java.util.Optional;

/** A rule over one {@code @Accept}, asked when the hazards of its migration are known. */
public interface AcceptanceRule extends Rule {
    /**
     * Judges an acceptance.
     *
     * @param used whether it silenced a finding
     */
    Optional<Finding> check(Acceptance acceptance, Migration migration, boolean used);
}
