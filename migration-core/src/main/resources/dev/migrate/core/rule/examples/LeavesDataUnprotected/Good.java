// V0007_WithoutAudit.java
@Expand
public final class V0007_WithoutAudit implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("DROP TRIGGER audit ON orders")
                .down("CREATE TRIGGER audit AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit_orders()"));
    }
}

// V0012_WithoutAuditNow.java
@Contract(of = V0007_WithoutAudit.class)
public final class V0012_WithoutAuditNow implements ContractMigration {}
