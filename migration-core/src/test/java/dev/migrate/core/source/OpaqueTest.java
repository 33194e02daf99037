package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not understood is opaque, at the call that it touches, and is never left out. */
class OpaqueTest {
    @Test
    void tellsAnUnknownName() {
        assertThat(up("steps.add(alterTable(TABLE).dropColumn(\"c\"));"))
                .containsExactly("Opaque: TABLE is not a constant @ TABLE");
    }

    @Test
    void followsAVariableAssignedTwice() {
        assertThat(up("String t = \"a\"; t = \"b\"; steps.add(dropTable(t));")).containsExactly("DropTable b @ t");
        assertThat(up("String t = \"a\"; if (x) t = \"b\"; steps.add(dropTable(t));"))
                .containsExactly("Opaque: whether it runs is decided by a statement that is not followed (if) @ t");
        assertThat(up("String t = \"a\"; if (x) t = \"a\"; steps.add(dropTable(t));"))
                .containsExactly("DropTable a @ t");
    }

    @Test
    void tellsACondition() {
        assertThat(up("""
                        if (System.getenv("X") != null) {
                            steps.add(dropTable("a"));
                            steps.add(dropTable("b"));
                        }
                        steps.add(dropTable("c"));
                        """))
                .containsExactly(
                        "Opaque: whether it runs is decided by a statement that is not followed (if)"
                                + " @ steps.add(dropTable(\"a\"))",
                        "DropTable a @ \"a\"",
                        "Opaque: whether it runs is decided by a statement that is not followed (if)"
                                + " @ steps.add(dropTable(\"b\"))",
                        "DropTable b @ \"b\"",
                        "DropTable c @ \"c\"");
    }

    @Test
    void tellsWhatFollowsAnEarlyReturn() {
        assertThat(up("if (Boolean.getBoolean(\"x\")) { return; }\nsteps.add(dropTable(\"c\"));"))
                .containsExactly(
                        "Opaque: whether it runs is decided by a statement before it (if)"
                                + " @ steps.add(dropTable(\"c\"))",
                        "DropTable c @ \"c\"");
    }

    @Test
    void tellsALoopThatIsNotWrittenOut() {
        assertThat(up("""
                        for (int i = 0; i < 2; i++) steps.add(dropTable("a" + i));
                        for (String name : names()) steps.add(dropTable(name));
                        """))
                .containsExactly(
                        "DropTable a0 @ \"a\" + i",
                        "DropTable a1 @ \"a\" + i",
                        "Opaque: the loop's items are not known: the call of names is not understood @ name");
    }

    @Test
    void tellsStepsHandedToAnotherClass() {
        FakeResolver resolver = new FakeResolver(
                Map.of("polls.Helper", "polls.Helper"), Map.of(), Set.of(), Set.of("polls.Helper.all"), Map.of());
        SourceMigration read = SourceMigration.members(
                "@Override public void up(Steps steps) { Helper.all(steps); new Helper(steps); this.kept = steps; }",
                resolver);
        assertThat(read.operations())
                .containsExactly(
                        "Opaque: Helper.all is a method of another class @ Helper.all(steps)",
                        "Opaque: new Helper(…) is not a constant @ steps");
    }

    @Test
    void followsFunctions() {
        assertThat(up("Runnable later = () -> steps.add(dropTable(\"a\")); later.run();"))
                .containsExactly("DropTable a @ \"a\"");
        assertThat(SourceMigration.members("""
                                @Override public void up(Steps steps) { run(() -> steps.add(dropTable("a"))); }
                                private void run(Runnable later) { later.run(); }
                                """).operations()).containsExactly("DropTable a @ \"a\"");
        assertThat(up("Steps[] all = {steps}; all[0].add(dropTable(\"a\"));")).containsExactly("DropTable a @ \"a\"");
        assertThat(up("List.of(dropTable(\"a\")).forEach(steps::add);")).containsExactly("DropTable a @ \"a\"");
    }

    @Test
    void tellsAFunctionThatAnotherClassMayRun() {
        assertThat(up("Later.run(() -> steps.add(dropTable(\"a\")));"))
                .containsExactly(
                        "Opaque: whether it runs is decided by run @ steps.add(dropTable(\"a\"))",
                        "DropTable a @ \"a\"");
        assertThat(up("Later.run(steps::add);")).containsExactly("Opaque: Later is not a constant @ steps::add");
    }

    @Test
    void tellsAChoice() {
        assertThat(up("steps.add(DEBUG ? dropTable(\"a\") : dropTable(\"b\"));"))
                .containsExactly(
                        "Opaque: a condition decides what it is @ DEBUG ? dropTable(\"a\") : dropTable(\"b\")");
    }

    @Test
    void tellsAStatementUsedTwice() {
        assertThat(up("var a = alterTable(\"t\"); steps.add(a.dropColumn(\"x\")); steps.add(a.dropColumn(\"y\"));"))
                .containsExactly(
                        "DropColumn t.x @ \"x\"", "Opaque: the call of dropColumn is not understood @ dropColumn");
    }

    @Test
    void tellsAMethodOfJooqThatIsNotRead() {
        assertThat(up("steps.add(createView(\"v\").as(select(rank().over())));"))
                .containsExactly("Opaque: the call of rank is not understood @ rank");
    }

    @Test
    void tellsSqlThatIsNotConstant() {
        assertThat(up("steps.add(sql(read(\"a.sql\")));"))
                .containsExactly("Opaque: the call of read is not understood @ read");
    }

    @Test
    void tellsAnInheritedUp() {
        FakeResolver resolver = new FakeResolver(
                Map.of("polls.Base", "polls.Base"),
                Map.of(),
                Set.of("polls.Base < dev.migrate.api.SchemaMigration"),
                Set.of(),
                Map.of());
        SourceMigration read = SourceMigration.file(
                "package polls; import dev.migrate.api.*; @Safe public final class V1_X extends Base {}", resolver);
        assertThat(read.operations()).containsExactly("Opaque: up is inherited from another class @ V1_X");
    }

    @Test
    void followsNoRecursion() {
        List<String> operations = SourceMigration.members("""
                        @Override public void up(Steps steps) { again(steps); }
                        private void again(Steps steps) { again(steps); again(steps); }
                        """).operations();
        assertThat(operations).isNotEmpty().allMatch(operation -> operation.startsWith("Opaque: "));
    }

    @Test
    void keepsWhatTheContractRunsApart() {
        SourceMigration read =
                SourceMigration.up("steps.atContract(sql(TEXT)); steps.atContract(sql(\"DROP TABLE a\"));");
        assertThat(read.operations()).isEmpty();
        assertThat(read.operations(read.migration().atContract()))
                .containsExactly("Opaque: TEXT is not a constant @ TEXT", "DropTable a @ a");
    }

    @Test
    void passesOverWhatDoesNotTouchTheSteps() {
        assertThat(up("System.out.println(compute()); if (x) { y(); } int i = 0; i++; steps.add(dropTable(\"a\"));"))
                .containsExactly("DropTable a @ \"a\"");
    }

    private static List<String> up(String statements) {
        return SourceMigration.up(statements).operations();
    }
}
