// V0007_AddCurrency.java
@Safe
public final class V0007_AddCurrency implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("currency", VARCHAR(3).notNull().defaultValue("EUR")));
    }
}
