package shop.migrations;

import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;

/** The column of views goes, as soon as no release that counts in it is live. */
@Contract(of = %expand%.class)
public final class %class% implements ContractMigration {}
