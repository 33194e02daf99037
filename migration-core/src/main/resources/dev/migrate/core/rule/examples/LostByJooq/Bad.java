// V0007_CreateBoxes.java
@Safe
public final class V0007_CreateBoxes implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createTable("boxes")
                .column("width", INTEGER)
                .column("area", INTEGER.generatedAlwaysAs(field("width * width", Integer.class))));
    }
}
