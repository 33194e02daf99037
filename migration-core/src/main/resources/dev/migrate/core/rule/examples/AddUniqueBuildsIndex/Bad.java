// V0007_UniqueEmail.java
@Safe
public final class V0007_UniqueEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("users").add(constraint("users_email_key").unique("email")));
    }
}
