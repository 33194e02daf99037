// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("note", CLOB));
    }
}

// V0012_DropNote.java
@Contract(of = V0007_AddNote.class)
public final class V0012_DropNote implements ContractMigration {}
