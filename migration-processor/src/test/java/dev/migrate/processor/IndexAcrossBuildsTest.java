package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.index.IndexEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What one compilation leaves for the next, on every compiler. */
class IndexAcrossBuildsTest {
    private static final String WARNINGS_ARE_ERRORS = "-Werror";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void theEngineReadsWhatTheCompilerWrote(TestCompiler compiler) {
        Project polls = polls(compiler);

        assertCompiles(polls.compile());

        IndexEntry entry = entry(polls, "polls.migrations.V1_CreatePolls");
        assertThat(entry.migration().app()).contains("polls");
        assertThat(entry.migration().place().file()).isEqualTo("polls/migrations/V1_CreatePolls.java");
        assertThat(entry.migration().up()).hasSize(1);
        assertThat(entry.sourceHash()).isEqualTo(dev.migrate.core.index.SourceHash.of(Polls.V1_CREATE));
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void theSameSourcesGiveTheSameBytes(TestCompiler compiler) {
        Project one = polls(compiler);
        Project other = fill(new Project(folder.resolve("elsewhere"), compiler));

        assertCompiles(one.compile());
        assertCompiles(other.compile());

        assertThat(one.outputs()).isEqualTo(other.outputs());
        assertThat(one.outputs().keySet())
                .filteredOn(file -> file.startsWith("META-INF/") || file.startsWith("dev/migrate/index/"))
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void aCorrectModulePassesWithEveryWarningAnError(TestCompiler compiler) {
        TestCompiler.Result result = polls(compiler).compile("-Xlint:all,-classfile", WARNINGS_ARE_ERRORS);

        assertCompiles(result);
        assertThat(result.output()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void aModuleWithoutMigrationsGetsNoIndex(TestCompiler compiler) {
        Project plain = new Project(folder, compiler);
        plain.source("A.java", "package a;\npublic class A {}\n");

        assertCompiles(plain.compile("-Xlint:all", WARNINGS_ARE_ERRORS));

        assertThat(plain.outputs()).containsOnlyKeys("a/A.class");
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void oneClassIsJudgedAmongThoseOfTheBuildBefore(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        var before = polls.outputs();
        Path contract = polls.sources().stream()
                .filter(source -> source.endsWith("V3_DropOldField.java"))
                .findFirst()
                .orElseThrow();

        assertCompiles(polls.compile(List.of(contract)));

        assertThat(polls.outputs()).as("nothing changed, so nothing changes").isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void aSecondContractIsRefusedWhenTheFirstWasCompiledBefore(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        Path second = polls.source("V4_DropAgain.java", Polls.V3_DROP.replace("V3_DropOldField", "V4_DropAgain"));

        TestCompiler.Result result = polls.compile(List.of(second));

        assertThat(result.success()).isFalse();
        assertThat(result.output()).contains("V4_DropAgain").contains("V3_DropOldField");
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void aDeletedClassIsForgotten(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        polls.delete(polls.output().resolve("polls/migrations/V3_DropOldField.class"));
        Path successor = polls.source("V4_Drop.java", Polls.V3_DROP.replace("V3_DropOldField", "V4_Drop"));

        assertCompiles(polls.compile(List.of(successor)));

        String marker = polls.outputs().entrySet().stream()
                .filter(file -> file.getKey().startsWith("dev/migrate/index/"))
                .map(java.util.Map.Entry::getValue)
                .reduce("", String::concat);
        assertThat(marker).contains("V4_Drop").contains("V1_CreatePolls").doesNotContain("V3_DropOldField");
    }

    @ParameterizedTest
    @EnumSource
    void aModuleSeesTheMigrationsOfItsDependencyInAFolderAndInAJar(TestCompiler compiler) {
        Project polls = new Project(folder.resolve("polls"), compiler);
        polls.source("package-info.java", Polls.PACKAGE_INFO);
        polls.source("V1_CreatePolls.java", Polls.V1_CREATE);
        polls.source("V2_RetireOldField.java", Polls.V2_RETIRE);
        assertCompiles(polls.compile());
        Project byFolder = contractModule("by-folder", compiler).dependsOn(polls.output());
        Project byJar = contractModule("by-jar", compiler).dependsOn(polls.jar());

        assertCompiles(byFolder.compile());
        assertCompiles(byJar.compile());

        assertThat(byFolder.outputs()).isEqualTo(byJar.outputs());
        assertThat(marker(byFolder)).isNotEqualTo(marker(polls));
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void numbersOfADependencyAreTakenHereToo(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        Project more = new Project(folder.resolve("more"), compiler).dependsOn(polls.jar());
        more.source(
                "V1_Other.java",
                Polls.V1_CREATE.replace("V1_CreatePolls", "V1_Other").replace("polls_poll", "other"));

        TestCompiler.Result result = more.compile();

        assertThat(result.success()).isFalse();
        assertThat(result.output()).contains("V1_Other").contains("V1_CreatePolls");
        assertThat(more.outputs().keySet()).noneMatch(file -> file.startsWith("META-INF") || file.startsWith("dev/"));
    }

    @ParameterizedTest
    @CsvSource({
        "JAVAC, '\"format\":1,', '\"format\":0,', 'the form is version 0, known is 1'",
        "ECJ, '\"format\":1,', '\"format\":0,', 'the form is version 0, known is 1'",
        "JAVAC, '|', '/', 'a line of it is of another version''s form'",
        "JAVAC, '\t{', ' {', 'a line of it is of another version''s form'",
        "JAVAC, internal/ModuleIndex, internal/ModuleShelf, 'no migration is in it'"
    })
    void oneClassBesideAnIndexOfAnotherVersionAsksForOneCleanBuild(
            TestCompiler compiler, String known, String other, String why) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        rewrite(polls, known, other);
        Path contract = source(polls, "V3_DropOldField.java");

        TestCompiler.Result result = polls.compile(List.of(contract));

        assertThat(result.success()).isFalse();
        assertThat(result.output())
                .contains("[UnreadIndex] this module has an index that another version wrote: it must be compiled once"
                        + " from clean")
                .contains("found:   dev.migrate.index." + simpleName(marker(polls)) + ", where " + why)
                .contains("fix:     mvn clean compile")
                .doesNotContain("[ContractWithoutExpand]")
                .doesNotContain("Exception");
        assertThat(polls.compile(List.of(contract)).success())
                .as("what is missing is not forgotten over it")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void anUpgradeCompilesWhereAllClassesAreCompiledAgain(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        var before = polls.outputs();
        rewrite(polls, "\"format\":1,", "\"format\":0,");

        TestCompiler.Result result = polls.compile();

        assertCompiles(result);
        assertThat(result.output()).doesNotContain("UnreadIndex");
        assertThat(polls.outputs()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void aDependencyOfAnotherVersionIsAWarning(TestCompiler compiler) {
        Project polls = polls(compiler);
        assertCompiles(polls.compile());
        rewrite(polls, "\"format\":1,", "\"format\":0,");
        Project plain = new Project(folder.resolve("plain"), compiler).dependsOn(polls.output());
        plain.source("package-info.java", Polls.PACKAGE_INFO);
        plain.source(
                "V9_Create.java",
                Polls.V1_CREATE.replace("V1_CreatePolls", "V9_Create").replace("polls_poll", "x"));

        TestCompiler.Result result = plain.compile();

        assertCompiles(result);
        assertThat(result.output())
                .contains("[UnreadIndex] the migrations of a module on the class path cannot be read")
                .contains("the form is version 0, known is 1");
    }

    /** In the marker, as another version would have written it; the lengths are equal. */
    private static void rewrite(Project project, String known, String other) {
        Path file = project.output().resolve(marker(project));
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(bytes).contains(known);
            Files.writeString(file, bytes.replace(known, other), StandardCharsets.ISO_8859_1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path source(Project project, String name) {
        return project.sources().stream()
                .filter(source -> source.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static String simpleName(String marker) {
        return marker.substring(marker.lastIndexOf('/') + 1, marker.length() - ".class".length());
    }

    private Project contractModule(String name, TestCompiler compiler) {
        Project module = new Project(folder.resolve(name), compiler);
        module.source("V3_DropOldField.java", Polls.V3_DROP);
        return module;
    }

    private Project polls(TestCompiler compiler) {
        return fill(new Project(folder.resolve("polls"), compiler));
    }

    private static Project fill(Project project) {
        project.source("package-info.java", Polls.PACKAGE_INFO);
        project.source("V1_CreatePolls.java", Polls.V1_CREATE);
        project.source("V2_RetireOldField.java", Polls.V2_RETIRE);
        project.source("V3_DropOldField.java", Polls.V3_DROP);
        return project;
    }

    private static void assertCompiles(TestCompiler.Result result) {
        assertThat(result.success()).as(result.output()).isTrue();
    }

    private static String marker(Project project) {
        return project.outputs().keySet().stream()
                .filter(file -> file.startsWith("dev/migrate/index/"))
                .findFirst()
                .orElseThrow();
    }

    private static IndexEntry entry(Project project, String className) {
        String text = project.outputs().getOrDefault(IndexEntry.resourceName(className), "");
        return IndexEntry.parse(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}
