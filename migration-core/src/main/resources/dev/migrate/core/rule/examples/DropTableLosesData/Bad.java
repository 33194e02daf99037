// V0007_DropSessions.java
@Irreversible(because = "sessions moved to the cache")
@Safe
public final class V0007_DropSessions implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(dropTable("sessions"));
    }
}
