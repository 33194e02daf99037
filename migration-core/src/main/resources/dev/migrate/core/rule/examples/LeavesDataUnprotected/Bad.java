// V0007_WithoutAudit.java
@Safe
public final class V0007_WithoutAudit implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders DISABLE TRIGGER audit").down("ALTER TABLE orders ENABLE TRIGGER audit"));
    }
}
