// V0007_CreateSequence.java
@Safe
public final class V0007_CreateSequence implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE SEQUENCE orders_no_seq").down("DROP SEQUENCE orders_no_seq"));
    }
}
