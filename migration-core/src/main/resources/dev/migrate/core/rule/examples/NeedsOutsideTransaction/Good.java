// V0007_IndexEmail.java
@Safe
public final class V0007_IndexEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE INDEX CONCURRENTLY users_email_idx ON users (lower(email))")
                .outsideTransaction()
                .doneWhen("SELECT EXISTS (SELECT FROM pg_index"
                        + " WHERE indexrelid = to_regclass('users_email_idx') AND indisvalid)"));
    }
}
