package dev.migrate.benchmarks.statements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Flyway with a Java class a migration. */
final class FlywayJava implements Contestant {
    @Override
    public String name() {
        return "Flyway Java";
    }

    @Override
    public void write(Path folder, List<AddColumn> migrations) throws IOException {
        Path sources = folder.resolve("sources");
        for (AddColumn migration : migrations) {
            String name = migration.className("__");
            Sources.write(sources.resolve("accounts/flyway/" + name + ".java"), """
                    package accounts.flyway;

                    public class %s extends org.flywaydb.core.api.migration.BaseJavaMigration {
                        @Override
                        public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
                            try (var statement = context.getConnection().createStatement()) {
                                statement.execute("%s");
                            }
                        }
                    }
                    """.formatted(name, migration.sql()));
        }
        Sources.compile(sources, folder.resolve("classes"), "-proc:none");
    }

    @Override
    public void apply(String url, Path folder) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:accounts/flyway")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
