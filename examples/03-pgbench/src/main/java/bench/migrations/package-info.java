/** Migrations of the database that {@code pgbench -i} makes: tables that nobody here designed. */
@Migrations(app = "pgbench", postgres = 15)
package bench.migrations;

import dev.migrate.api.Migrations;
