// V0007_MoveSessions.java
@Irreversible(because = "the former tablespace is not known")
@Safe
public final class V0007_MoveSessions implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE sessions SET TABLESPACE fast"));
    }
}
