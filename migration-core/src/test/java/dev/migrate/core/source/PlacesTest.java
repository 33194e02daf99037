package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every operation is placed on the token that a person would point at. */
class PlacesTest {
    @Test
    void pointsAtTheArgumentOfAChain() {
        assertThat(SourceMigration.up("""
                                steps.add(alterTable("t")
                                        .dropColumn("old"));
                                steps.add(alterTable("t").addColumn("new", INTEGER));
                                steps.add(dropTable("gone"));
                                steps.add(createIndex("by_a").on("t", "a"));
                                """).operations())
                .containsExactly(
                        "DropColumn t.old @ \"old\"",
                        "AddColumn t.new @ \"new\"",
                        "DropTable gone @ \"gone\"",
                        "CreateIndex by_a t[a] @ \"by_a\"");
    }

    @Test
    void pointsAtTheConstantWhereItIsUsed() {
        assertThat(SourceMigration.members("""
                                private static final String OLD = "o" + "ld";
                                @Override public void up(Steps steps) {
                                    steps.add(alterTable("t").dropColumn(OLD));
                                }""").operations()).containsExactly("DropColumn t.old @ OLD");
    }

    @Test
    void pointsInsideATextBlock() {
        assertThat(SourceMigration.up("""
                                steps.add(sql(\"""
                                        ALTER TABLE t
                                            DROP COLUMN old
                                        \"""));
                                """).operations()).containsExactly("DropColumn t.old @ old");
    }

    @Test
    void pointsInsideAConcatenation() {
        assertThat(SourceMigration.members("""
                                private static final String T = "polls";
                                @Override public void up(Steps steps) {
                                    steps.add(sql("DROP TABLE " + T));
                                    steps.add(sql("ALTER TABLE " + T + " DROP"
                                        + " COLUMN old"));
                                    String text = "ALTER TABLE t DROP COLUMN older";
                                    steps.add(sql(text));
                                    steps.add(sql(String.format("DROP TABLE %s, %2$s CASCADE", T, "more")));
                                }""").operations())
                .containsExactly(
                        "DropTable polls @ T",
                        "DropColumn polls.old @ old",
                        "DropColumn t.older @ older",
                        "DropTable polls @ T",
                        "DropTable more @ \"more\"");
    }

    @Test
    void countsCharactersThroughTabsLineEndsAndEscapes() {
        String statements = String.join(
                "\r\n",
                "\tsteps.add(alterTable(\"caf\\u00e9\").dropColumn(\"old\"));",
                "\t\t/* \u00e9\ud83d\ude00 */ steps.add(sql(\"DROP\\tTABLE \\u0022Old\\u0022\"));",
                "\tsteps.add(sql(\"\"\"",
                "\t\tALTER TABLE t",
                "\t\t\tDROP COLUMN \\\"a\\\"",
                "\t\t\"\"\"));",
                "steps.add(sql(\"DROP TABLE \\165sers\"));");
        assertThat(SourceMigration.up(statements).operations())
                .containsExactly(
                        "DropColumn caf\u00e9.old @ \"old\"",
                        "DropTable Old @ \\u0022Old\\u0022",
                        "DropColumn t.a @ \\\"a\\\"",
                        "DropTable users @ \\165sers");
    }

    @Test
    void givesARecipeTheNameThatItIsAbout() {
        assertThat(SourceMigration.up("""
                                steps.add(indexConcurrently("by_a").on("t", "a").where(expr("a > 0")));
                                steps.add(dropIndexConcurrently("by_b"));
                                """).operations())
                .containsExactly("CreateIndex by_a t[a] @ \"by_a\"", "DropIndex @ \"by_b\"");
    }

    @Test
    void keepsTheLinesThatOldMacsEndWithAReturn() {
        SourceMigration read = SourceMigration.up("steps.add(dropTable(\"a\"));\rsteps.add(dropTable(\"b\"));");
        assertThat(read.operations()).containsExactly("DropTable a @ \"a\"", "DropTable b @ \"b\"");
    }
}
