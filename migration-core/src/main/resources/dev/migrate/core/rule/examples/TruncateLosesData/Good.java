// V0007_EmptyEvents.java
@Irreversible(because = "events are kept in the archive")
@Risky(@Accept(
        value = Hazard.TRUNCATE_LOSES_DATA,
        on = "events",
        because = "no release reads or writes events since 2024.02"))
public final class V0007_EmptyEvents implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(sql("TRUNCATE events"));
    }
}
