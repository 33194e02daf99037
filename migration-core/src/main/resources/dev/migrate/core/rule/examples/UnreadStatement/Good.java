// V0007_NumberOrders.java
@Risky(@Accept(
        value = Hazard.UNREAD_STATEMENT,
        on = "V0007_NumberOrders",
        because = "the procedure fills a column that nothing reads yet"))
public final class V0007_NumberOrders implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(sql("CALL number_orders()").down("CALL unnumber_orders()"));
    }
}
