// V0007_RenameTitle.java
@Risky(
        value = @Accept(
                value = Hazard.RENAME_BREAKS_RUNNING_RELEASE,
                on = "polls",
                because = "the shop is closed at night"),
        maintenanceWindow = true)
public final class V0007_RenameTitle implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(alterTable("polls").renameColumn("title").to("headline"));
    }
}
