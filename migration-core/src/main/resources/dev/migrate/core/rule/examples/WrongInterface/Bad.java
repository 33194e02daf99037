// V0007_IndexEmail.java
@Risky(@Accept(
        value = Hazard.CREATE_INDEX_BLOCKS_WRITES,
        on = "users",
        because = "a table of forty rows"))
public final class V0007_IndexEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createIndex("users_email_idx").on("users", "email"));
    }
}
