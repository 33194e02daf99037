package polls.migrations;

import static dev.migrate.testing.MigrationStatements.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.MigrationDatabase;
import dev.migrate.testing.MigrationTest;
import dev.migrate.testing.OldRelease;
import org.junit.jupiter.api.Test;

@MigrationTest(V0003_AddPollSlug.class)
class V0003_AddPollSlugTest {
    private static final String ASK = "INSERT INTO polls_poll (question, old_field) VALUES ('Tea or coffee?', '')";

    @Test
    void fillsTheSlugOfPollsThatExist(MigrationDatabase database) {
        database.execute("INSERT INTO polls_poll (question, old_field) VALUES ('Où est le café ?', '')");
        database.execute(ASK);

        database.apply();

        assertThat(database.rows("SELECT slug FROM polls_poll ORDER BY id").toString())
                .isEqualTo("[[ou-est-le-cafe], [tea-or-coffee]]");
    }

    @Test
    void leavesTheRunningReleaseAlone(MigrationDatabase database) {
        try (OldRelease release = database.whileRunning(ASK, "SELECT id, question FROM polls_poll LIMIT 10")) {
            database.apply();
            assertThat(release.succeeded()).isPositive();
        }
        assertThat(database.value("SELECT count(*) FROM polls_poll WHERE slug IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void leadsBack(MigrationDatabase database) {
        String before = database.catalog();
        database.apply();
        assertThat(database.catalog()).isNotEqualTo(before);
        database.rollback();
        assertThat(database.catalog()).isEqualTo(before);
    }

    @Test
    void addsANullableColumn() {
        assertThat(statementsOf(V0003_AddPollSlug.class))
                .contains("alter table \"polls_poll\" add \"slug\" varchar(200)");
    }
}
