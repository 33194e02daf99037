@Migrations(app = "shop", postgres = 14)
package shop;

import dev.migrate.api.Migrations;
