// V0007_RetireSessions.java
@Irreversible(because = "sessions moved to the cache")
@Expand
public final class V0007_RetireSessions implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("DROP TABLE sessions"));
    }
}

// V0012_DropSessions.java
@Contract(of = V0007_RetireSessions.class)
public final class V0012_DropSessions implements ContractMigration {}
