// V0007_RetireTitle.java
@Expand
public final class V0007_RetireTitle implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("polls", "title"));
    }
}

// V0005_DropTitle.java
@Contract(of = V0007_RetireTitle.class)
public final class V0005_DropTitle implements ContractMigration {}
