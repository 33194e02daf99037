// V0007_FillLess.java
@Irreversible(because = "the former fill factor is not known")
@Safe
public final class V0007_FillLess implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE sessions SET (fillfactor = 70)"));
    }
}
