package polls.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.MigrationDatabase;
import dev.migrate.testing.MigrationTest;
import org.junit.jupiter.api.Test;

@MigrationTest(V0002_AddPollPriority.class)
class V0002_AddPollPriorityTest {
    @Test
    void givesPollsThatExistThePriorityZero(MigrationDatabase database) {
        database.execute("INSERT INTO polls_poll (question, old_field) VALUES ('Tea or coffee?', '')");
        database.apply();
        assertThat(database.value("SELECT priority FROM polls_poll")).isEqualTo("0");
    }

    @Test
    void buildsAValidIndex(MigrationDatabase database) {
        database.apply();
        assertThat(database.value(
                        "SELECT indisvalid FROM pg_index WHERE indexrelid = 'polls_poll_priority_idx'::regclass"))
                .isEqualTo("true");
    }

    @Test
    void leadsBack(MigrationDatabase database) {
        String before = database.catalog();
        database.apply();
        database.rollback();
        assertThat(database.catalog()).isEqualTo(before);
    }
}
