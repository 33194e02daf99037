/** The migrations of the poll application, oldest first. */
@Migrations(app = "polls", postgres = 15)
package polls.migrations;

import dev.migrate.api.Migrations;
