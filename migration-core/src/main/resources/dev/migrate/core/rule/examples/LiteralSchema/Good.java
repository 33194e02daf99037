// V0007_AddNote.java
@Safe
public final class V0007_AddNote implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders ADD COLUMN note text"));
    }
}
