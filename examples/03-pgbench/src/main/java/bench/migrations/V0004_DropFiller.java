package bench.migrations;

import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;

/** The blanks go, once a release that contains V0003 is deployed: hidden first, dropped when nobody wants them back. */
@Contract(of = V0003_RetireFiller.class)
public final class V0004_DropFiller implements ContractMigration {}
