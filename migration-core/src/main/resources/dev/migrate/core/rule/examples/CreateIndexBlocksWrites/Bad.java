// V0007_IndexEmail.java
@Safe
public final class V0007_IndexEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createIndex("users_email_idx").on("users", "email"));
    }
}
