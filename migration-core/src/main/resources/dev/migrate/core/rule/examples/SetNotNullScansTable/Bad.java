// V0007_RequireEmail.java
@Expand
public final class V0007_RequireEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("ALTER TABLE users ALTER COLUMN email SET NOT NULL"));
    }
}
