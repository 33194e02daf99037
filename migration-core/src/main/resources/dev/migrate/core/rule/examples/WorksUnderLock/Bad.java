// V0007_UnlogSessions.java
@Irreversible(because = "a crash empties it")
@Safe
public final class V0007_UnlogSessions implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE sessions SET UNLOGGED"));
    }
}
