// V0007_RetireLegacyEmail.java
@Expand
public final class V0007_RetireLegacyEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("users", "legacy_email"));
    }
}

// V0012_DropLegacyEmail.java
@Contract(of = V0007_RetireLegacyEmail.class)
public final class V0012_DropLegacyEmail implements ContractMigration {}
