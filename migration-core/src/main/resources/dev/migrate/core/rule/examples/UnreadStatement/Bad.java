// V0007_NumberOrders.java
@Safe
public final class V0007_NumberOrders implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CALL number_orders()").down("CALL unnumber_orders()"));
    }
}
