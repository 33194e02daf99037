// V0007_IndexEmail.java
@Risky(@Accept(
        value = Hazard.CREATE_INDEX_BLOCKS_WRITES,
        on = "users",
        because = "a table of forty rows"))
public final class V0007_IndexEmail implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(indexConcurrently("users_email_idx").on("users", "email"));
    }
}
