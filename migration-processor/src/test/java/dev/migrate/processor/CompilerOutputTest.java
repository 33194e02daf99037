package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees on the terminal, whole. */
class CompilerOutputTest {
    private static final String DROP = Polls.safe("V5_Drop", """
            steps.add(sql(\"""
                    ALTER TABLE polls_poll
                      DROP COLUMN title
                    \""").down("SELECT 1"));""");

    @TempDir
    Path folder;

    @Test
    void javacShowsTheLiteralAndNamesTheLineInIt() {
        assertThat(output(TestCompiler.JAVAC)).isEqualTo("""
                V5_Drop.java:14: error: %s (SQL line 2, source line 16)
                        steps.add(sql(\"""
                                      ^
                %s1 error
                """.formatted(headline(), lines("  ")));
    }

    @Test
    void javacOf25SaysTheSame() {
        assertThat(output(TestCompiler.JAVAC_25)).isEqualTo(output(TestCompiler.JAVAC));
    }

    @Test
    void eclipseUnderlinesTheTokenInsideTheTextBlock() {
        assertThat(output(TestCompiler.ECJ)).isEqualTo("""
                ----------
                1. ERROR in V5_Drop.java (at line 16)
                	DROP COLUMN title
                	            ^^^^^
                %s
                %s----------
                1 problem (1 error)
                """.formatted(headline(), lines("")));
    }

    private static String headline() {
        return message().lines().findFirst().orElseThrow();
    }

    private static String lines(String indent) {
        return message().lines().skip(1).map(line -> indent + line + "\n").reduce("", String::concat);
    }

    private static String message() {
        return """
                [DropColumnBeforeExpand] cannot drop polls_poll.title: no earlier @Expand retires it
                effect:  statements of the running release that name polls_poll.title fail as soon as this runs, and its data is gone
                needed:  an @Expand that retires the column, and its @Contract in a later release
                fix:     in this place, with @Expand on V5_Drop:
                         steps.add(retireColumn("polls_poll", "title"));
                         in a later release: @Contract(of = V5_Drop.class) on a ContractMigration
                or:      in place of @Safe, on a RiskyMigration:
                         @Risky(@Accept(value = Hazard.DROP_COLUMN_BEFORE_EXPAND, on = "polls_poll", because = "…"))
                see:     docs/hazards/DropColumnBeforeExpand.md""";
    }

    private String output(TestCompiler compiler) {
        Project polls = new Project(folder.resolve(compiler.name()), compiler);
        polls.source("package-info.java", Polls.PACKAGE_INFO);
        polls.source("V1_CreatePolls.java", Polls.V1_CREATE);
        polls.source("V5_Drop.java", DROP);
        TestCompiler.Result result = polls.compile();
        assertThat(result.success()).isFalse();
        return result.output().replaceAll("\\S*[/\\\\](?=V5_Drop\\.java)", "").replace("\r\n", "\n");
    }
}
