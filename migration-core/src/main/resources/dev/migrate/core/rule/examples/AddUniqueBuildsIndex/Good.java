// V0007_UniqueEmail.java
@Expand
public final class V0007_UniqueEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email)")
                .outsideTransaction()
                .doneWhen("SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('users_email_key')"
                        + " AND indisvalid)"));
        steps.atContract(sql("ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key"));
    }
}

// V0012_AdoptUniqueEmail.java
@Contract(of = V0007_UniqueEmail.class)
public final class V0012_AdoptUniqueEmail implements ContractMigration {}
