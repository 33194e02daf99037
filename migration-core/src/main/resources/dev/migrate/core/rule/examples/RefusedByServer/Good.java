// V0005_CreateEvents.java
@Safe
public final class V0005_CreateEvents implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at)").down("DROP TABLE events"));
    }
}

// V0007_IndexEvents.java
@Safe
public final class V0007_IndexEvents implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE INDEX events_at_idx ON ONLY events (at)").down("DROP INDEX events_at_idx"));
    }
}
