// V0007_RenameTitle.java
@Safe
public final class V0007_RenameTitle implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("polls").renameColumn("title").to("headline"));
    }
}
