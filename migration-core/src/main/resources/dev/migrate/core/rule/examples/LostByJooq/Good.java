// V0007_CreateBoxes.java
@Safe
public final class V0007_CreateBoxes implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE TABLE boxes (width integer, area integer GENERATED ALWAYS AS (width * width) STORED)"));
    }
}
