// V0007_FillStatus.java
@Irreversible(because = "an empty status meant nothing")
@Safe
public final class V0007_FillStatus implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("UPDATE orders SET status = 'open' WHERE status IS NULL"));
    }
}
