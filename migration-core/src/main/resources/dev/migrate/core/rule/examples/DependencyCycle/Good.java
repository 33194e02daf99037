// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}

// V0008_AddLabel.java
@DependsOn(V0007_AddNote.class)
@Safe
public final class V0008_AddLabel implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("label", CLOB));
    }
}
