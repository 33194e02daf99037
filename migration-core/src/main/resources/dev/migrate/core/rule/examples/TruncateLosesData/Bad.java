// V0007_EmptyEvents.java
@Irreversible(because = "events are kept in the archive")
@Safe
public final class V0007_EmptyEvents implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("TRUNCATE events"));
    }
}
