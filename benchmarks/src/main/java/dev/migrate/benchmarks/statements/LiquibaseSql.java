package dev.migrate.benchmarks.statements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase with a formatted SQL changelog, a changeset a migration. */
final class LiquibaseSql implements Contestant {
    private static final String CHANGELOG = "changelog.sql";

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public void write(Path folder, List<AddColumn> migrations) throws IOException {
        Sources.write(
                folder.resolve(CHANGELOG),
                migrations.stream()
                        .map(migration -> "--changeset accounts:" + migration.number() + "\n" + migration.sql() + ";\n")
                        .collect(Collectors.joining("\n", "--liquibase formatted sql\n\n", "")));
    }

    @Override
    public void apply(String url, Path folder) throws Exception {
        Scope.child(Scope.Attr.resourceAccessor, new DirectoryResourceAccessor(folder), () -> {
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, url)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                    .execute();
        });
    }
}
