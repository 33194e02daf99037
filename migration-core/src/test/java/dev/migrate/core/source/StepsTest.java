package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Recipes, SQL, checks, constants of other classes and the code of row functions. */
class StepsTest {
    private static final String SLUG = """
            private static final String DASH = "-"; // a dash
            private static final String OTHER = "unused";
            record Poll(String question, int voteCount, java.util.UUID id) {}
            @Override public void up(Steps steps) {
                steps.add(backfill("polls", "slug")
                        .reading(Poll.class)
                        .computing(poll -> /* made */ slug(poll.question()))
                        .oldWritersGet(val("")));
            }
            private static String slug(String question) { return question.replace(" ", DASH); }
            private static String unused() { return OTHER; }
            """;

    @Test
    void readsRecipesAsTheRecorderHasThem() {
        assertThat(recipes("""
                        steps.add(indexConcurrently("i").on("t", "a", "b").using("gin").including("c").where(expr("a > 0")));
                        steps.add(dropIndexConcurrently("i"));
                        steps.add(backfill("t", "c").setting(expr("upper(a)")).oldWritersGet(expr("now()")));
                        steps.add(backfill("t", "c").setting(expr("a + 1")).oldWritersGet(val(0)));
                        steps.add(retireColumn("t", "c"));
                        """))
                .containsExactly(
                        Recipe.of(
                                "indexConcurrently",
                                Map.of(
                                        "index", "i",
                                        "table", "t",
                                        "columns", List.of("a", "b"),
                                        "using", "gin",
                                        "including", List.of("c"),
                                        "where", "a > 0")),
                        Recipe.of("dropIndexConcurrently", Map.of("index", "i")),
                        Recipe.of(
                                "backfill",
                                Map.of("table", "t", "column", "c", "setting", "upper(a)", "oldWritersGet", "now()")),
                        Recipe.of(
                                "backfill",
                                Map.of("table", "t", "column", "c", "setting", "a + 1", "oldWritersGet", "0")),
                        Recipe.of("retireColumn", Map.of("table", "t", "column", "c")));
    }

    @Test
    void readsTheModelOfARowFunction() {
        assertThat(recipes(SourceMigration.members(SLUG)))
                .containsExactly(Recipe.of(
                        "backfill",
                        Map.of(
                                "table", "polls",
                                "column", "slug",
                                "reading", List.of("question", "vote_count", "id"),
                                "types", List.of("java.lang.String", "int", "java.util.UUID"),
                                "oldWritersGet", "''")));
    }

    @Test
    void takesTheTokensOfAllThatARowFunctionUses() {
        List<String> tokens =
                SourceMigration.members(SLUG).reading().migrations().get(0).rowFunctionTokens();
        assertThat(String.join(" ", tokens))
                .isEqualTo("record Poll ( String question , int voteCount , java . util . UUID id ) { }"
                        + " poll -> slug ( poll . question ( ) )"
                        + " private static String slug ( String question ) { return question . replace ( \" \" , DASH ) ; }"
                        + " private static final String DASH = \"-\" ;");
        String reformatted =
                SLUG.replace(" // a dash", "").replace("    ", "\t").replace("/* made */ ", "\n");
        assertThat(SourceMigration.members(reformatted)
                        .reading()
                        .migrations()
                        .get(0)
                        .rowFunctionTokens())
                .isEqualTo(tokens);
    }

    @Test
    void readsSqlWithItsOptions() {
        List<Step> steps = SourceMigration.up("""
                        steps.add(sql("VACUUM t").outsideTransaction().doneWhen("SELECT true"));
                        steps.add(sql("DROP TABLE t").down("CREATE TABLE t ()"));
                        """).migration().up();
        Step.Statement vacuum = (Step.Statement) steps.get(0);
        assertThat(vacuum.sql()).contains("VACUUM t");
        assertThat(vacuum.doneWhen()).contains("SELECT true");
        Step.Statement drop = (Step.Statement) steps.get(1);
        assertThat(drop.inverse()).contains("CREATE TABLE t ()");
        assertThat(drop.doneWhen()).isEmpty();
    }

    @Test
    void readsChecks() {
        SourceMigration read = SourceMigration.members(
                "public void up(Steps s) {} public void verify(Verification v) { v.noRows(\"SELECT 1\"); v.holds(\"SELECT true\"); }");
        List<Check> checks = read.migration().checks();
        assertThat(checks).extracting(Check::form).containsExactly(Check.Form.NO_ROWS, Check.Form.HOLDS);
        assertThat(read.at(checks.get(1).place())).isEqualTo("\"SELECT true\"");
    }

    @Test
    void takesConstantsOfOtherClasses() {
        FakeResolver resolver = new FakeResolver(
                Map.of("polls.Names", "polls.Names"),
                Map.of("polls.Names.T", "polls", "polls.V1_X.INHERITED", "old", "far.Names.N", 50),
                Set.of(),
                Set.of(),
                Map.of());
        SourceMigration read = SourceMigration.file("""
                package polls;
                import static far.Names.N;
                import dev.migrate.api.*;
                import org.jooq.impl.*;
                @Safe public final class V1_X extends Names implements SchemaMigration {
                    public void up(Steps steps) {
                        steps.add(DSL.alterTable(Names.T).dropColumn(INHERITED));
                        steps.add(org.jooq.impl.DSL.alterTable(polls.Names.T)
                                .addColumn("c", SQLDataType.VARCHAR(N)));
                    }
                }
                """, resolver);
        assertThat(read.operations()).containsExactly("DropColumn polls.old @ INHERITED", "AddColumn polls.c @ \"c\"");
    }

    @Test
    void followsMethodsOfTheClass() {
        assertThat(SourceMigration.members("""
                                @Override public void up(Steps steps) {
                                    all(steps, "t", "a", "b");
                                    steps.add(gone(unknown()));
                                }
                                static void all(Steps to, String table, String... columns) {
                                    for (String column : columns) {
                                        to.add(alterTable(table).dropColumn(column));
                                    }
                                }
                                org.jooq.DDLQuery gone(String ignored) { return dropTable("x"); }
                                """).operations())
                .containsExactly("DropColumn t.a @ column", "DropColumn t.b @ column", "DropTable x @ \"x\"");
    }

    @Test
    void saysWhereAFileCannotBeParsed() {
        SourceReading reading =
                new JavaMigrationReader(FakeResolver.EMPTY).read("X.java", "class X {\n  void up( {\n}");
        assertThat(reading.migrations()).isEmpty();
        assertThat(reading.unread()).isPresent();
        assertThat(reading.unread().orElseThrow().reason()).isNotBlank();
        assertThat(reading.unread().orElseThrow().place().line()).isEqualTo(2);
    }

    @Test
    void saysThatAFileIsNestedTooDeeply() {
        String deep = "class X { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";
        assertThat(new JavaMigrationReader(FakeResolver.EMPTY)
                        .read("X.java", deep)
                        .unread())
                .hasValueSatisfying(unread -> assertThat(unread.reason()).isEqualTo("it is nested too deeply"));
    }

    private static List<Recipe> recipes(String statements) {
        return recipes(SourceMigration.up(statements));
    }

    private static List<Recipe> recipes(SourceMigration read) {
        return read.migration().up().stream()
                .map(step -> ((Step.RecipeUse) step).recipe())
                .toList();
    }
}
