// V0007_WidenAmount.java
@Irreversible(because = "larger amounts do not fit any more")
@Safe
public final class V0007_WidenAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders ALTER COLUMN amount TYPE bigint"));
    }
}
