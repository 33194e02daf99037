// V0007_AddHeadline.java
@Safe
public final class V0007_AddHeadline implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("polls").addColumn("headline", CLOB));
    }
}

// V0010_RetireTitle.java
@Expand
public final class V0010_RetireTitle implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(backfill("polls", "headline").setting(expr("title")));
        steps.add(retireColumn("polls", "title"));
    }
}

// V0015_DropTitle.java
@Contract(of = V0010_RetireTitle.class)
public final class V0015_DropTitle implements ContractMigration {}
