// V0007_AddFranc.java
@Safe
public final class V0007_AddFranc implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("INSERT INTO currencies (code) VALUES ('CHF')"));
    }
}
