@Migrations(app = "two", postgres = 15)
package two;

import dev.migrate.api.Migrations;
