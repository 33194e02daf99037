// V0007_AddToken.java
@Safe
public final class V0007_AddToken implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()"));
    }
}
