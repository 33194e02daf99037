// V0007_AddAmountNew.java
@Safe
public final class V0007_AddAmountNew implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("amount_new", BIGINT));
    }
}

// V0010_RetireAmount.java
@Expand
public final class V0010_RetireAmount implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(backfill("orders", "amount_new").setting(expr("amount::bigint")));
        steps.add(retireColumn("orders", "amount"));
    }
}

// V0015_DropAmount.java
@Contract(of = V0010_RetireAmount.class)
public final class V0015_DropAmount implements ContractMigration {}
