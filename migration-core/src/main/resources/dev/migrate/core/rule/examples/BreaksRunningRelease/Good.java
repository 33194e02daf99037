// V0007_HideOthersOrders.java
@Expand
public final class V0007_HideOthersOrders implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("ALTER TABLE orders ENABLE ROW LEVEL SECURITY")
                .down("ALTER TABLE orders DISABLE ROW LEVEL SECURITY"));
    }
}

// V0012_HideOthersOrdersNow.java
@Contract(of = V0007_HideOthersOrders.class)
public final class V0012_HideOthersOrdersNow implements ContractMigration {}
