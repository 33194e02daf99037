package dev.migrate.benchmarks.statements;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Events;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Ours: a Java class a migration, compiled with the annotation processor. */
final class Ours implements Contestant {
    private static final String PACKAGE = "accounts/migrations/";

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public void write(Path folder, List<AddColumn> migrations) throws IOException {
        Path sources = folder.resolve("sources");
        Sources.write(sources.resolve(PACKAGE + "package-info.java"), """
                @dev.migrate.api.Migrations(app = "accounts", postgres = 15)
                package accounts.migrations;
                """);
        for (AddColumn migration : migrations) {
            Sources.write(sources.resolve(PACKAGE + migration.className("_") + ".java"), source(migration));
        }
        Sources.compile(
                sources, folder.resolve("classes"), "-processorpath", System.getProperty("java.class.path", ""));
    }

    @Override
    public void adopt(String url, Path folder) throws IOException {
        migrate(url, folder).baseline();
    }

    @Override
    public void apply(String url, Path folder) throws IOException {
        migrate(url, folder).apply();
    }

    private static Migrate migrate(String url, Path folder) throws IOException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        ProjectFiles project = new ProjectFiles(
                folder.resolve("classes"),
                classPath,
                List.of(folder.resolve("sources")),
                Files.createDirectories(folder.resolve("build")),
                folder);
        return new Migrate(Settings.builder().set(Setting.URL, url).build(), project, Events.none());
    }

    private static String source(AddColumn migration) {
        return """
                package accounts.migrations;

                import static org.jooq.impl.DSL.alterTable;
                import static org.jooq.impl.SQLDataType.INTEGER;

                import dev.migrate.api.Safe;
                import dev.migrate.api.SchemaMigration;
                import dev.migrate.api.Steps;

                /** One column. */
                @Safe
                public final class %s implements SchemaMigration {
                    @Override
                    public void up(Steps steps) {
                        steps.add(alterTable("%s").addColumn("%s", INTEGER));
                    }
                }
                """.formatted(migration.className("_"), migration.table(), migration.column());
    }
}
