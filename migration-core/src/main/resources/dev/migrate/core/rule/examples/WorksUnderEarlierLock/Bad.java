// V0007_CheckAmount.java
@Expand
public final class V0007_CheckAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql(
                "do $$ begin ALTER TABLE orders ADD CONSTRAINT paid CHECK (amount > 0) NOT VALID; "
                        + "ALTER TABLE orders VALIDATE CONSTRAINT paid; end $$")
                .down("ALTER TABLE orders DROP CONSTRAINT paid"));
    }
}
