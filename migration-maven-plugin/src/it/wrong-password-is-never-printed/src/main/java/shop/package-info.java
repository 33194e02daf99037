@Migrations(app = "shop", postgres = 15)
package shop;

import dev.migrate.api.Migrations;
