// spring/package-info.java
@Release("2024.03")
package shop.migrations.spring;

import dev.migrate.api.Release;

// spring/V0007_RetireTitle.java
package shop.migrations.spring;

@Expand
public final class V0007_RetireTitle implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("polls", "title"));
    }
}

// spring/V0012_DropTitle.java
package shop.migrations.spring;

@Contract(of = V0007_RetireTitle.class)
public final class V0012_DropTitle implements ContractMigration {}
