// V0007_DropLegacyEmail.java
@Irreversible(because = "the addresses were copied to users.email")
@Safe
public final class V0007_DropLegacyEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("users").dropColumn("legacy_email"));
    }
}
