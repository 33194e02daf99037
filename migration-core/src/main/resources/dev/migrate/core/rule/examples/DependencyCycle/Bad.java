// V0007_AddNote.java
@DependsOn(V0008_AddLabel.class)
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}

// V0008_AddLabel.java
@Safe
public final class V0008_AddLabel implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("label", CLOB));
    }
}
