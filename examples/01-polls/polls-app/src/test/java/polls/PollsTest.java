package polls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.MigrationDatabase;
import dev.migrate.testing.MigrationTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import polls.migrations.V0004_RetireOldField;

/** The application beside the migration that retires a column: it works before it and after it. */
@MigrationTest(V0004_RetireOldField.class)
class PollsTest {
    @Test
    void worksOnceTheOldColumnIsRetired(MigrationDatabase database) throws SQLException {
        database.apply();
        try (Connection connection = database.connect()) {
            Polls polls = new Polls(DSL.using(connection, SQLDialect.POSTGRES));
            long id = polls.open("Tea or coffee?", "tea-or-coffee", List.of("tea", "coffee"));

            Poll poll = polls.frontPage(10).get(0);
            assertThat(poll.id()).isEqualTo(id);
            assertThat(poll.choices()).extracting(Poll.Choice::text).containsExactly("tea", "coffee");

            assertThat(polls.vote(poll.choices().get(1).id())).isTrue();
            assertThat(polls.vote(-1)).isFalse();
            assertThat(polls.frontPage(1).get(0).choices().get(1).votes()).isEqualTo(1);
        }
    }
}
