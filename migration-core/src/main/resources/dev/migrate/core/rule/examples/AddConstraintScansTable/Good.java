// V0007_PositiveAmount.java
@Expand
public final class V0007_PositiveAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0) NOT VALID"));
        steps.atContract(sql("ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_check"));
    }
}

// V0012_CheckAmount.java
@Contract(of = V0007_PositiveAmount.class)
public final class V0012_CheckAmount implements ContractMigration {}
