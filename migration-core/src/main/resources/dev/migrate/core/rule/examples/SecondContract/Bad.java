// V0007_RetireTitle.java
@Expand
public final class V0007_RetireTitle implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("polls", "title"));
    }
}

// V0012_DropTitle.java
@Contract(of = V0007_RetireTitle.class)
public final class V0012_DropTitle implements ContractMigration {}

// V0013_DropTitleAgain.java
@Contract(of = V0007_RetireTitle.class)
public final class V0013_DropTitleAgain implements ContractMigration {}
