// V0007_RequireEmail.java
@Expand
public final class V0007_RequireEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("ALTER TABLE users ADD CONSTRAINT users_email_set CHECK (email IS NOT NULL) NOT VALID"));
        steps.atContract(sql("ALTER TABLE users VALIDATE CONSTRAINT users_email_set"));
        steps.atContract(sql("ALTER TABLE users ALTER COLUMN email SET NOT NULL"));
        steps.atContract(sql("ALTER TABLE users DROP CONSTRAINT users_email_set"));
    }
}
