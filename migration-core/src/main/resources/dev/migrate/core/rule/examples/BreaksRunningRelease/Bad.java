// V0007_HideOthersOrders.java
@Safe
public final class V0007_HideOthersOrders implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders ENABLE ROW LEVEL SECURITY").down("ALTER TABLE orders DISABLE ROW LEVEL SECURITY"));
    }
}
