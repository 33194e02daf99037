@Migrations(app = "one", postgres = 15)
package one;

import dev.migrate.api.Migrations;
