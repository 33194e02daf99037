// V0007_CreateSequence.java
@Risky(@Accept(
        value = Hazard.UNREAD_STATEMENT,
        on = "V0007_CreateSequence",
        because = "a new sequence, which nothing uses yet"))
public final class V0007_CreateSequence implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(sql("CREATE SEQUENCE orders_no_seq").down("DROP SEQUENCE orders_no_seq"));
    }
}
