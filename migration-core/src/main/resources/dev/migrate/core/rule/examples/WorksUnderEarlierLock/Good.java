// V0007_CheckAmount.java
@Expand
public final class V0007_CheckAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.atContract(sql("ALTER TABLE orders ADD CONSTRAINT paid CHECK (amount > 0) NOT VALID"));
        steps.atContract(sql("ALTER TABLE orders VALIDATE CONSTRAINT paid"));
    }
}

// V0012_CheckAmountNow.java
@Contract(of = V0007_CheckAmount.class)
public final class V0012_CheckAmountNow implements ContractMigration {}
