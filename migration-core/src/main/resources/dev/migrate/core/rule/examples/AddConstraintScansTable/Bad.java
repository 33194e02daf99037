// V0007_PositiveAmount.java
@Safe
public final class V0007_PositiveAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0)"));
    }
}
