package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.contract;
import static dev.migrate.core.rule.Migrations.expand;
import static dev.migrate.core.rule.Migrations.risky;
import static dev.migrate.core.rule.Migrations.rulesOf;
import static dev.migrate.core.rule.Migrations.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be flagged, and what acceptances and closed releases silence. */
class SilenceTest {
    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email varchar(50), age int)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON users (email)",
                "ALTER TABLE users ADD COLUMN name text NOT NULL",
                "ALTER TABLE users ADD COLUMN no bigserial",
                "ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0)",
                "ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)",
                "ALTER TABLE users ALTER COLUMN email SET NOT NULL",
                "ALTER TABLE users ALTER COLUMN age TYPE bigint",
                "ALTER TABLE users RENAME COLUMN email TO address",
                "ALTER TABLE users DROP COLUMN age",
                "ALTER TABLE users RENAME TO people",
                "UPDATE users SET age = 0",
                "TRUNCATE users",
                "DROP TABLE users"
            })
    void everythingIsFreeOnATableCreatedInTheSameMigration(String statement) {
        assertThat(rulesOf(safe("V0001_A")
                        .irreversible("all of it goes")
                        .sql(USERS)
                        .sql(statement)))
                .isEmpty();
    }

    /** No writer comes between: the lock of the first statement is held to the end. */
    @Test
    void aTriggerThatTheSameMigrationEnablesAgainIsNeverMissed() {
        assertThat(rulesOf(
                        safe("V0001_A").sql(USERS),
                        safe("V0002_B")
                                .irreversible("the trigger is as it was")
                                .sql("ALTER TABLE users DISABLE TRIGGER audit")
                                .sql("ALTER TABLE users ENABLE TRIGGER audit")))
                .isEmpty();
    }

    @Test
    void aMaterializedViewOfTheSameMigrationHasNoReadersYet() {
        assertThat(rulesOf(
                        safe("V0001_A").sql(USERS),
                        safe("V0002_B")
                                .sql("CREATE MATERIALIZED VIEW ages AS SELECT age FROM users")
                                .sql("CREATE INDEX ages_age ON ages (age)")
                                .sql("REFRESH MATERIALIZED VIEW ages")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD COLUMN name text",
                "ALTER TABLE users ADD COLUMN name text NOT NULL DEFAULT ''",
                "ALTER TABLE users ADD COLUMN at timestamptz NOT NULL DEFAULT now()",
                "ALTER TABLE users ALTER COLUMN email TYPE varchar(100)",
                "ALTER TABLE users ALTER COLUMN email TYPE text",
                "ALTER TABLE users ALTER COLUMN age SET DEFAULT 0",
                "ALTER TABLE users ALTER COLUMN email DROP NOT NULL",
                "CREATE INDEX IF NOT EXISTS users_pkey ON users (id)",
                "COMMENT ON TABLE users IS 'people'"
            })
    void whatOnlyTouchesTheCatalogIsSafeOnAnExistingTable(String statement) {
        assertThat(rulesOf(safe("V0001_A").sql(USERS), safe("V0002_B").sql(statement)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0) NOT VALID",
                "ALTER TABLE users ALTER COLUMN age DROP DEFAULT",
                "ALTER TABLE users DROP COLUMN age"
            })
    void aContractNarrowsByWhatItsExpandDeclared(String statement) {
        Migrations expand = expand("V0001_A").irreversible("declared").atContract(statement);
        assertThat(rulesOf(expand)).isEmpty();
        assertThat(rulesOf(expand, contract("V0002_B", "V0001_A"))).isEmpty();
    }

    @Test
    void aValidatedCheckProvesNotNull() {
        Migrations expand = expand("V0001_A")
                .atContract("ALTER TABLE users ADD CONSTRAINT s CHECK (email IS NOT NULL) NOT VALID")
                .atContract("ALTER TABLE users VALIDATE CONSTRAINT s")
                .atContract("ALTER TABLE users ALTER COLUMN email SET NOT NULL")
                .atContract("ALTER TABLE users DROP CONSTRAINT s");
        assertThat(rulesOf(expand)).isEmpty();
    }

    @Test
    void aCheckThatIsNotValidatedProvesNothing() {
        Migrations expand = expand("V0001_A")
                .atContract("ALTER TABLE users ADD CONSTRAINT s CHECK (email IS NOT NULL) NOT VALID")
                .atContract("ALTER TABLE users ALTER COLUMN email SET NOT NULL");
        assertThat(rulesOf(expand)).containsExactly("SetNotNullScansTable");
    }

    @Test
    void retiringAColumnIsAPair() {
        Migrations expand = expand("V0001_A").retire("users", "age");
        assertThat(rulesOf(expand, contract("V0002_B", "V0001_A"))).isEmpty();
    }

    @Test
    void anAcceptanceSilencesItsHazardOnItsObjectOnly() {
        String index = "CREATE INDEX i ON users (email)";
        Migrations accepted = risky("V0001_A").accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "users", "forty rows");
        assertThat(rulesOf(accepted.sql(index))).isEmpty();
        assertThat(rulesOf(risky("V0001_A")
                        .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "orders", "forty rows")
                        .sql(index)))
                .containsExactly("UnusedAcceptance", "CreateIndexBlocksWrites");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "public.users, users",
                "users, public.users",
                "public.users, public.users",
                "PUBLIC.Users, users",
                "users, Public.USERS",
                "\"users\", users",
                "\"public\".\"users\", USERS",
                "app.users, app.users",
                "App.Users, app.users",
                "\"Users\", \"Users\"",
                "Users, \"Users\"",
                "public.\"Users\", \"Users\"",
                "\"my users\", public.\"my users\"",
                "my users, \"my users\""
            })
    void anAcceptanceNamesItsTableAsAStatementCould(String on, String table) {
        assertThat(rulesOf(accepting(on, table))).doesNotContain("CreateIndexBlocksWrites", "UnusedAcceptance");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "app.users, users",
                "users, app.users",
                "public.users, app.users",
                "\"Users\", users",
                "\"public.users\", users",
                "public.users., users",
                "users, \"Users\""
            })
    void anAcceptanceOfAnotherNameSilencesNothing(String on, String table) {
        assertThat(rulesOf(accepting(on, table))).contains("CreateIndexBlocksWrites", "UnusedAcceptance");
    }

    private static Migrations[] accepting(String on, String table) {
        return new Migrations[] {
            safe("V0001_A").sql("CREATE TABLE " + table + " (id bigint PRIMARY KEY, email text)"),
            risky("V0002_B")
                    .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, on, "forty rows")
                    .sql("CREATE INDEX i ON " + table + " (email)")
        };
    }

    @Test
    void anAcceptanceFollowsTheSearchPath() {
        Migrations made = safe("V0001_A").sql("CREATE TABLE app.users (id bigint PRIMARY KEY, email text)");
        for (String on : List.of("users", "app.users")) {
            assertThat(rulesOf(
                            made,
                            risky("V0002_B")
                                    .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, on, "forty rows")
                                    .sql("SET search_path TO app")
                                    .sql("CREATE INDEX i ON users (email)")))
                    .doesNotContain("CreateIndexBlocksWrites", "UnusedAcceptance");
        }
    }

    @Test
    void ofTwoTablesThatDifferInCaseTheOneAsWrittenIsMeant() {
        assertThat(rulesOf(
                        safe("V0001_A")
                                .sql("CREATE TABLE \"Users\" (id bigint, email text)")
                                .sql(USERS),
                        risky("V0002_B")
                                .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "Users", "forty rows")
                                .sql("CREATE INDEX i ON users (email)")))
                .contains("CreateIndexBlocksWrites", "UnusedAcceptance");
    }

    @Test
    void oneAcceptanceOfTwoLeavesTheOther() {
        String check = "ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0)";
        assertThat(rulesOf(risky("V0001_A")
                        .accept(Hazard.ADD_CONSTRAINT_SCANS_TABLE, "users", "forty rows")
                        .sql(check)))
                .containsExactly("NarrowsForWriters");
        assertThat(rulesOf(risky("V0001_A")
                        .accept(Hazard.ADD_CONSTRAINT_SCANS_TABLE, "users", "forty rows")
                        .accept(Hazard.NARROWS_FOR_WRITERS, "users", "checked in the application since 2023")
                        .sql(check)))
                .isEmpty();
    }

    @Test
    void aDangerousHazardNeedsAWindow() {
        Migrations rename = risky("V0001_A")
                .accept(Hazard.RENAME_BREAKS_RUNNING_RELEASE, "polls", "closed at night")
                .sql("ALTER TABLE polls RENAME COLUMN title TO headline");
        assertThat(rulesOf(rename)).containsExactly("NeedsMaintenanceWindow");
        assertThat(rulesOf(rename.window())).isEmpty();
    }

    @Test
    void aClosedReleaseIsFoldedAndSilent() {
        Migrations closed = safe("V0001_A").release("2023.01", true).sql(USERS);
        Migrations unsafe = safe("V0002_B").release("2023.01", true).sql("CREATE INDEX i ON users (email)");
        Migrations open = safe("V0003_C").sql("ALTER TABLE users ALTER COLUMN age SET DEFAULT 1");
        assertThat(rulesOf(closed, unsafe, open)).isEmpty();
        assertThat(rulesOf(open))
                .as("without the fold the former default is not known")
                .containsExactly("MissingWayBack");
    }

    @Test
    void recipesWorkInBatchesAndBringTheirWayBack() {
        assertThat(rulesOf(safe("V0001_A")
                        .recipe("backfill", Map.of("table", "users", "column", "age", "setting", "0"))
                        .recipe(
                                "indexConcurrently",
                                Map.of("index", "i", "table", "users", "columns", List.of("email")))))
                .isEmpty();
    }

    @Test
    void bothOfTwoIndexesAreFlaggedAtTheirOwnLines() {
        List<Finding> findings = Migrations.judge(
                safe("V0001_A").sql("CREATE INDEX i ON users (email)").sql("CREATE INDEX j ON users (age)"));
        assertThat(findings).extracting(finding -> finding.place().line()).containsExactly(1, 2);
    }

    @Test
    void theSameGraphGivesTheSameFindingsInTheSameOrder() {
        Migrations[] many = {
            safe("V0010_B").sql("TRUNCATE users"), safe("V0009_A").sql("CREATE INDEX i ON users (email)")
        };
        assertThat(rulesOf(many))
                .isEqualTo(rulesOf(many[1], many[0]))
                .containsExactly("CreateIndexBlocksWrites", "TruncateLosesData", "TruncateLosesData");
    }

    @ParameterizedTest
    @CsvSource({
        "ALTER TABLE users DROP COLUMN age, DropColumnBeforeExpand",
        "DROP TABLE users, DropTableLosesData",
        "ALTER TABLE users ALTER COLUMN age TYPE bigint, AlterTypeRewritesTable",
        "UPDATE users SET age = 0, ChangesRowsAtOnce",
        "CALL p(), UnreadStatement",
        "VACUUM users, NeedsOutsideTransaction"
    })
    void oneStepWithoutAWayBackHasOneFinding(String statement, String rule) {
        assertThat(rulesOf(safe("V0001_A").sql(USERS), safe("V0002_B").sql(statement)))
                .containsExactly(rule);
    }

    @Test
    void theWayBackIsAskedForOnceTheOtherFindingIsSettled() {
        assertThat(rulesOf(
                        safe("V0001_A").sql(USERS),
                        risky("V0002_B")
                                .accept(Hazard.DROP_COLUMN_BEFORE_EXPAND, "users", "never written")
                                .sql("ALTER TABLE users DROP COLUMN age")))
                .containsExactly("MissingWayBack");
        assertThat(rulesOf(safe("V0001_A").sql(USERS), safe("V0002_B").outside("VACUUM users")))
                .as("there is nothing to undo")
                .isEmpty();
    }

    @Test
    void aFindingAtAnotherStepSilencesNothing() {
        assertThat(rulesOf(
                        safe("V0001_A").sql(USERS),
                        safe("V0002_B").sql("INSERT INTO c VALUES (1)").sql("ALTER TABLE users DROP COLUMN age")))
                .containsExactly("MissingWayBack", "DropColumnBeforeExpand");
        assertThat(rulesOf(
                        safe("V0001_A").sql(USERS),
                        safe("V0002_B").sql("VACUUM users").sql("CALL p()", "CALL q()")))
                .containsExactly("NeedsOutsideTransaction", "UnreadStatement");
    }

    @Test
    void aWarningOwnsNoCause() {
        assertThat(rulesOf(safe("V0001_A").sql("INSERT INTO app.c VALUES (1)")))
                .containsExactly("MissingWayBack", "LiteralSchema");
    }
}
