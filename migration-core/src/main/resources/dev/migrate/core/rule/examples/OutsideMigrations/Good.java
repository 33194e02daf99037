// package-info.java
@Migrations(app = "shop", postgres = 15)
package shop.migrations;

import dev.migrate.api.Migrations;

// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}
