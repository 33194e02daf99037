// V0007_AddToken.java
@Safe
public final class V0007_AddToken implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("token", UUID));
        steps.add(backfill("orders", "token")
                .setting(expr("gen_random_uuid()"))
                .oldWritersGet(expr("gen_random_uuid()")));
    }
}
