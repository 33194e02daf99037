package dev.migrate.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.plan.Fingerprint;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.kit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectMigrationsTest {
    private static final String BACKFILL = """
            @Safe public final class V0001_Slug implements SchemaMigration {
                record Poll(long id, String title) {}
                public void up(Steps steps) {
                    steps.add(backfill("polls", "slug").reading(Poll.class)
                            .computing(poll -> poll.title().toLowerCase(java.util.Locale.ROOT)).oldWritersGet(val("")));
                }
            }""";

    @TempDir
    private Path folder;

    private String fingerprint(String source) {
        try (ProjectMigrations project =
                ProjectMigrations.load(TestProject.in(folder).add(source).compile())) {
            return Fingerprint.of(project.find("shop.V0001_Slug")).text();
        }
    }

    @Test
    void anEditedRowFunctionIsAnotherFingerprint() {
        assertThat(fingerprint(BACKFILL)).isNotEqualTo(fingerprint(BACKFILL.replace("toLowerCase", "toUpperCase")));
    }

    @Test
    void layoutAndCommentsOfARowFunctionAreNoEdit() {
        assertThat(fingerprint(BACKFILL))
                .isEqualTo(
                        fingerprint(BACKFILL.replace("poll -> poll.title()", "poll ->\n\t/* small */ poll . title()")));
    }

    @Test
    void aSourceEditedAfterItWasCompiledIsRefused() throws IOException {
        ProjectFiles files = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE orders (id bigint)")
                .compile();
        Path source = files.sourceRoots().get(0).resolve("shop/V0001_Create.java");
        Files.writeString(source, Files.readString(source).replace("bigint", "int"));
        assertThatThrownBy(() -> ProjectMigrations.load(files).close())
                .isInstanceOf(UserFailure.class)
                .hasMessageContainingAll(
                        "V0001_Create.java was edited after it was compiled",
                        "found:  the index of the annotation processor is of another text than"
                                + " src/shop/V0001_Create.java",
                        "fix:    mvn compile");
    }

    @Test
    void anIndexOfAnotherVersionAsksForOneCleanBuild() throws IOException {
        ProjectFiles files = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE orders (id bigint)")
                .compile();
        Path entry = files.classes().resolve("META-INF/migrate/shop.V0001_Create.migration");
        Files.writeString(entry, Files.readString(entry).replace("\"format\":1,", "\"format\":0,"));
        assertThatThrownBy(() -> ProjectMigrations.load(files).close())
                .isInstanceOf(UserFailure.class)
                .hasMessage(
                        "the index entry of shop.V0001_Create is of another version: its module must be compiled once"
                                + " from clean\n    found:  " + files.classes()
                                + ", where the form is version 0, known is 1\n    fix:    mvn clean compile");
    }

    @Test
    void lineEndsOfACheckoutAreNoEdit() throws IOException {
        ProjectFiles files = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE orders (id bigint)")
                .compile();
        Path source = files.sourceRoots().get(0).resolve("shop/V0001_Create.java");
        Files.writeString(source, Files.readString(source).replace("\n", "\r\n"));
        try (ProjectMigrations project = ProjectMigrations.load(files)) {
            assertThat(project.migrations()).hasSize(1);
        }
    }
}
