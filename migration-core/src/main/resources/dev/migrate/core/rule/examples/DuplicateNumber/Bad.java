// V0007_AddLabel.java
@Safe
public final class V0007_AddLabel implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("label", CLOB));
    }
}

// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}
