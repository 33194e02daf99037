package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.contract;
import static dev.migrate.core.rule.Migrations.expand;
import static dev.migrate.core.rule.Migrations.message;
import static dev.migrate.core.rule.Migrations.rulesOf;
import static dev.migrate.core.rule.Migrations.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.message.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CASCADE is refused wherever it stands, in a contract too, and the fix does without. */
class CascadeTest {
    private static final Migrations TABLES = safe("V0001_A")
            .sql("CREATE TABLE users (id bigint PRIMARY KEY, no int, email text, CONSTRAINT e CHECK (email <> ''))")
            .sql("CREATE UNIQUE INDEX users_no ON users (no)")
            .sql("CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users)")
            .sql("ALTER TABLE orders ADD COLUMN user_no int REFERENCES users (no)");

    @ParameterizedTest
    @CsvSource({
        "DROP TABLE users CASCADE, DropTableLosesData, user_id",
        "ALTER TABLE users DROP COLUMN id CASCADE, DropColumnBeforeExpand, user_id",
        "ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE, NarrowsForWriters, user_id",
        "DROP INDEX users_no CASCADE, NarrowsForWriters, user_no"
    })
    void namesWhatGoesToo(String statement, String rule, String column) {
        String key = ", among them foreign key orders_" + column + "_fkey of orders";
        String inSafe = message(TABLES, safe("V0002_B").irreversible("gone").sql(statement));
        String inContract =
                message(TABLES, expand("V0002_B").irreversible("gone").atContract(statement));

        assertThat(List.of(inSafe, inContract))
                .allSatisfy(message ->
                        assertThat(message).startsWith("[" + rule + "]").contains(key));
        assertThat(inContract).contains("steps.atContract(sql(\"" + statement.replace(" CASCADE", "") + "\"));");
    }

    @ParameterizedTest
    @CsvSource({
        "DROP TABLE users CASCADE",
        "ALTER TABLE users DROP COLUMN email CASCADE",
        "ALTER TABLE users DROP CONSTRAINT e CASCADE"
    })
    void isRefusedWhenTheContractRunsItAndAcceptedWithout(String statement) {
        String without = statement.replace(" CASCADE", "");
        Migrations expand = expand("V0002_B")
                .irreversible("gone")
                .atContract("ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey")
                .atContract("ALTER TABLE orders DROP CONSTRAINT orders_user_no_fkey");

        assertThat(rulesOf(TABLES, expand.atContract(without), contract("V0003_C", "V0002_B")))
                .isEmpty();
        assertThat(rulesOf(
                        TABLES,
                        expand("V0002_B").irreversible("gone").atContract(statement),
                        contract("V0003_C", "V0002_B")))
                .hasSize(1);
    }

    @Test
    void truncateNamesTheTablesThatItEmptiesTooAtAnyDistance() {
        Migrations lines = safe("V0002_B").sql("CREATE TABLE lines (id bigint, order_id bigint REFERENCES orders)");

        assertThat(Messages.text(Migrations.judge(
                                TABLES,
                                lines,
                                safe("V0003_C").irreversible("gone").sql("TRUNCATE users CASCADE"))
                        .get(0)))
                .startsWith("[TruncateLosesData]")
                .contains("CASCADE empties every table that references it too")
                .contains("among them orders, lines");
    }

    @Test
    void truncateOfANewTableReachesAnOldOneThatReferencesIt() {
        assertThat(rulesOf(
                        TABLES,
                        safe("V0002_B")
                                .irreversible("gone")
                                .sql("CREATE TABLE kinds (id bigint PRIMARY KEY)")
                                .sql("ALTER TABLE orders ADD COLUMN kind bigint REFERENCES kinds")
                                .sql("TRUNCATE kinds CASCADE")))
                .contains("TruncateLosesData");
        assertThat(rulesOf(safe("V0001_A")
                        .irreversible("gone")
                        .sql("CREATE TABLE kinds (id bigint PRIMARY KEY)")
                        .sql("CREATE TABLE k (id bigint REFERENCES kinds)")
                        .sql("TRUNCATE kinds CASCADE")))
                .isEmpty();
    }

    @Test
    void namesOnlyTheForeignKeysThatRestOnIt() {
        assertThat(message(
                        TABLES,
                        expand("V0002_B")
                                .irreversible("gone")
                                .atContract("ALTER TABLE users DROP COLUMN email CASCADE")))
                .contains("CASCADE drops every view and foreign key that depends on users.email\n");
    }

    @Test
    void aConstraintThatRefusesNoWriteIsDroppedWhereItStands() {
        assertThat(message(TABLES, safe("V0002_B").down("SELECT 1").sql("ALTER TABLE users DROP CONSTRAINT e CASCADE")))
                .contains("fix:     steps.add(sql(\"ALTER TABLE users DROP CONSTRAINT e\"));");
    }

    @Test
    void nothingCanHangOnATableOfTheSameMigrationButWhatItMade() {
        assertThat(rulesOf(safe("V0001_A")
                        .irreversible("all of it goes")
                        .sql("CREATE TABLE t (id bigint PRIMARY KEY, a int)")
                        .sql("ALTER TABLE t DROP COLUMN a CASCADE")
                        .sql("ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE")
                        .sql("DROP TABLE t CASCADE")))
                .isEmpty();
    }
}
