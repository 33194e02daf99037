// AddNote.java
@Safe
public final class AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}
