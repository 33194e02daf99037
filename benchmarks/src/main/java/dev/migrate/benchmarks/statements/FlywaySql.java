package dev.migrate.benchmarks.statements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Flyway with a file of SQL a migration. */
final class FlywaySql implements Contestant {
    @Override
    public String name() {
        return "Flyway SQL";
    }

    @Override
    public void write(Path folder, List<AddColumn> migrations) throws IOException {
        for (AddColumn migration : migrations) {
            Sources.write(folder.resolve("sql/" + migration.className("__") + ".sql"), migration.sql() + ";\n");
        }
    }

    @Override
    public void apply(String url, Path folder) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("filesystem:" + folder.resolve("sql"))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
