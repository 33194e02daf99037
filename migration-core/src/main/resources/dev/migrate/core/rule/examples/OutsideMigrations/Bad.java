// package-info.java
package shop.migrations;

// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}
