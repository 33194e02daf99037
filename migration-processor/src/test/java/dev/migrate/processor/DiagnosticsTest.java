package dev.migrate.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Where javac points, and what it says there. */
class DiagnosticsTest {
    @Test
    void aCorrectModuleCompilesWithoutAWord() {
        Compilation compilation =
                compile(source("V2_RetireOldField", Polls.V2_RETIRE), source("V3_DropOldField", Polls.V3_DROP));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void pointsAtTheArgumentAndNotAtTheCall() {
        String text = Polls.safe("V5_Index", """
                steps.add(sql("CREATE INDEX polls_title ON polls_poll (title)")
                        .down("DROP INDEX polls_title"));""");

        assertThat(pointed(text, "CreateIndexBlocksWrites"))
                .isEqualTo("\"CREATE INDEX polls_title ON polls_poll (title)\"");
    }

    @Test
    void pointsAtTheColumnOfAJooqChainOverSeveralLines() {
        String text = Polls.safe("V5_Drop", """
                steps.add(alterTable("polls_poll")
                        .dropColumn("title"));""");

        assertThat(pointed(text, "DropColumnBeforeExpand")).isEqualTo("\"title\"");
    }

    @Test
    void pointsAtTheExpandThatAContractNames() {
        String text = Polls.V3_DROP.replace("V2_RetireOldField", "V1_CreatePolls");

        assertThat(pointed(text, "ContractWithoutExpand")).isEqualTo("V1_CreatePolls");
    }

    @Test
    void pointsAtTheReasonThatSaysNothing() {
        String text = Polls.safe("V5_Insert", "steps.add(sql(\"INSERT INTO polls_poll (id, title) VALUES (1, 'a')\"));")
                .replace("@Safe\n", "@dev.migrate.api.Irreversible(because = \"…\")\n@Safe\n");

        assertThat(pointed(text, "BlankReason")).isEqualTo("\"…\"");
    }

    @Test
    void pointsAtTheAcceptancesReason() {
        String text = Polls.safe("V5_Index", "steps.add(sql(\"CREATE INDEX t ON polls_poll (title)\"));")
                .replace("@Safe\n", """
                        @dev.migrate.api.Risky(@dev.migrate.api.Accept(
                                value = dev.migrate.api.Hazard.CREATE_INDEX_BLOCKS_WRITES,
                                on = "polls_poll",
                                because = " "))
                        """)
                .replace("Steps", "RiskySteps")
                .replace("SchemaMigration", "RiskyMigration");

        assertThat(pointed(text, "BlankReason")).isEqualTo("\" \"");
    }

    @Test
    void tabsCarriageReturnsAndUnicodeEscapesDoNotShiftThePlace() {
        String text = Polls.safe("V5_Drop", """
                \tString e = "\\u00e9\\u0041"; /* \\u00e9 */
                \tsteps.add(alterTable("polls_poll").dropColumn(\t"title"));""").replace("\n", "\r\n");

        assertThat(pointed(text, "DropColumnBeforeExpand")).isEqualTo("\"title\"");
    }

    @Test
    void namesTheLineInsideATextBlock() {
        String text = Polls.safe("V5_Drop", """
                steps.add(sql(\"""
                        ALTER TABLE polls_poll
                          DROP COLUMN title
                        \"""));""");

        Diagnostic<?> error = only(compile(source("V5_Drop", text)), "DropColumnBeforeExpand");

        assertThat(firstLine(error)).endsWith("(SQL line 2, source line 16)");
        assertThat(error.getLineNumber()).isEqualTo(14);
    }

    @Test
    void namesTheLineInsideAConcatenationThatTheCompilerFolds() {
        String text = Polls.safe("V5_Drop", """
                steps.add(sql("ALTER TABLE polls_poll "
                        + "DROP COLUMN title"));""");

        Diagnostic<?> error = only(compile(source("V5_Drop", text)), "DropColumnBeforeExpand");

        assertThat(firstLine(error)).endsWith("(line 15)");
    }

    @Test
    void aSyntaxErrorIsTheCompilersAlone() {
        Compilation compilation = compile(source("V5_Drop", Polls.safe("V5_Drop", "steps.add(;")));

        assertThat(compilation).failed();
        assertThat(compilation.diagnostics())
                .noneMatch(diagnostic -> diagnostic.getMessage(Locale.ROOT).contains("["));
    }

    @Test
    void aMigrationWithoutAnnotationIsSeen() {
        String text = Polls.safe("V5_Plain", "").replace("@Safe\n", "").replace("import dev.migrate.api.Safe;\n", "");

        Compilation compilation = compile(source("V5_Plain", text));

        assertThat(compilation).failed();
        assertThat(compilation)
                .hadErrorContaining("V5_Plain")
                .inFile(source("V5_Plain", text))
                .onLine(9);
    }

    private static String pointed(String text, String rule) {
        Diagnostic<?> error = only(compile(source(text.replaceAll("(?s).*final class (\\w+).*", "$1"), text)), rule);
        return text.substring((int) error.getStartPosition(), (int) error.getEndPosition());
    }

    private static Diagnostic<?> only(Compilation compilation, String rule) {
        List<Diagnostic<?>> found = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).contains("[" + rule + "]"))
                .<Diagnostic<?>>map(diagnostic -> diagnostic)
                .toList();
        assertThat(found).as(compilation.diagnostics().toString()).hasSize(1);
        return found.get(0);
    }

    private static String firstLine(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElseThrow();
    }

    private static Compilation compile(JavaFileObject... more) {
        Stream<JavaFileObject> base =
                Stream.of(source("package-info", Polls.PACKAGE_INFO), source("V1_CreatePolls", Polls.V1_CREATE));
        return Compiler.javac()
                .withProcessors(new EveryClassProcessor(), new AnnotationsProcessor())
                .withOptions("-Xlint:all,-classfile", "--release", "17")
                .compile(Stream.concat(base, Stream.of(more)).toList());
    }

    private static JavaFileObject source(String name, String text) {
        return JavaFileObjects.forSourceString("polls.migrations." + name, text);
    }
}
