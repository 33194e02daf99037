// V0007_FillStatus.java
@Safe
public final class V0007_FillStatus implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(backfill("orders", "status").setting(expr("'open'")));
    }
}
