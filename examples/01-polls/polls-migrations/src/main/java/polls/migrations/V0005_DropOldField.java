package polls.migrations;

import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;

/** Runs when a release that contains V0004 is deployed; until then {@code apply} leaves it waiting. */
@Contract(of = V0004_RetireOldField.class)
public final class V0005_DropOldField implements ContractMigration {}
