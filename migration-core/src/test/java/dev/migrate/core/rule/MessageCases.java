package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.contract;
import static dev.migrate.core.rule.Migrations.expand;
import static dev.migrate.core.rule.Migrations.migration;
import static dev.migrate.core.rule.Migrations.risky;
import static dev.migrate.core.rule.Migrations.safe;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case or more a rule, each with findings; their whole messages are in {@code messages.txt}. */
final class MessageCases {
    private MessageCases() {}

    static Map<String, List<Migrations>> all() {
        Map<String, List<Migrations>> cases = new LinkedHashMap<>();
        hazards(cases);
        order(cases);
        return cases;
    }

    private static void hazards(Map<String, List<Migrations>> cases) {
        cases.put(
                "requiredColumn",
                List.of(safe("V0007_X").sql("ALTER TABLE orders ADD COLUMN currency varchar(3) NOT NULL")));
        cases.put(
                "volatileDefault",
                List.of(safe("V0007_X").sql("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()")));
        cases.put("serialColumn", List.of(safe("V0007_X").sql("ALTER TABLE orders ADD COLUMN no bigserial")));
        cases.put(
                "storedGeneratedColumn",
                List.of(safe("V0007_X")
                        .sql("ALTER TABLE orders ADD COLUMN total int GENERATED ALWAYS AS (a+b) STORED")));
        cases.put("columnOfUnknownType", List.of(safe("V0007_X").sql("ALTER TABLE orders ADD COLUMN c posint")));
        cases.put("index", List.of(safe("V0007_X").sql("CREATE INDEX users_email_idx ON users (email)")));
        cases.put(
                "uniqueExpressionIndex",
                List.of(safe("V0007_X")
                        .sql("CREATE UNIQUE INDEX users_email_idx ON users (lower(email)) WHERE email <> ''")));
        cases.put(
                "droppedColumn",
                List.of(safe("V0007_X").irreversible("gone").sql("ALTER TABLE users DROP COLUMN legacy_email")));
        cases.put(
                "droppedColumnBesideARetiredOne",
                List.of(
                        expand("V0005_R").retire("users", "email_old"),
                        safe("V0007_X").irreversible("gone").sql("ALTER TABLE users DROP COLUMN legacy_email")));
        cases.put(
                "droppedColumnThatIsRetired",
                List.of(
                        expand("V0005_R").retire("users", "legacy_email"),
                        safe("V0007_X").irreversible("gone").sql("ALTER TABLE users DROP COLUMN legacy_email")));
        cases.put("droppedTable", List.of(safe("V0007_X").irreversible("gone").sql("DROP TABLE sessions")));
        cases.put(
                "droppedTableWithDependents",
                List.of(expand("V0007_X").irreversible("gone").atContract("DROP TABLE sessions CASCADE")));
        cases.put(
                "droppedKeyWithDependents",
                List.of(safe("V0007_X")
                        .irreversible("gone")
                        .sql("ALTER TABLE users DROP CONSTRAINT users_email_key CASCADE")));
        cases.put("truncate", List.of(safe("V0007_X").irreversible("gone").sql("TRUNCATE sessions")));
        cases.put(
                "renamedColumn",
                List.of(
                        safe("V0001_C").sql("CREATE TABLE polls (id bigint PRIMARY KEY, title text)"),
                        safe("V0007_X").sql("ALTER TABLE polls RENAME COLUMN title TO headline")));
        cases.put("renamedTable", List.of(safe("V0007_X").sql("ALTER TABLE polls RENAME TO questions")));
        cases.put(
                "changedType",
                List.of(
                        safe("V0001_C").sql("CREATE TABLE orders (id bigint PRIMARY KEY, amount int)"),
                        safe("V0007_X").irreversible("no").sql("ALTER TABLE orders ALTER COLUMN amount TYPE bigint")));
        cases.put("setNotNull", List.of(safe("V0007_X").sql("ALTER TABLE users ALTER COLUMN email SET NOT NULL")));
        cases.put(
                "notNullConstraintInContract",
                List.of(expand("V0007_X").atContract("ALTER TABLE users ADD CONSTRAINT n NOT NULL email")));
        cases.put(
                "check",
                List.of(safe("V0007_X")
                        .sql("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0)")));
        cases.put(
                "foreignKeyInContract",
                List.of(expand("V0007_X").atContract("ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users")));
        cases.put(
                "unique",
                List.of(safe("V0007_X").sql("ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email)")));
        cases.put("update", List.of(safe("V0007_X").irreversible("no").sql("UPDATE orders SET status = 'open'")));
        cases.put(
                "notValidCheck",
                List.of(safe("V0007_X")
                        .sql("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0) NOT VALID")));
        cases.put("worksUnderLock", List.of(safe("V0007_X").irreversible("no").sql("ALTER TABLE t SET UNLOGGED")));
        cases.put(
                "validatedUnderLock",
                List.of(Migrations.sqlFile("V0007_X")
                        .sql("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID")
                        .sql("ALTER TABLE t VALIDATE CONSTRAINT c")));
        cases.put(
                "breaksRunningRelease",
                List.of(safe("V0007_X").irreversible("no").sql("ALTER TABLE t ENABLE ROW LEVEL SECURITY")));
        refusedByServer(cases);
        cases.put(
                "newEnumValueUsed",
                List.of(
                        safe("V0001_C").sql("CREATE TYPE mood AS ENUM ('sad')").sql("CREATE TABLE people (mood mood)"),
                        safe("V0007_X")
                                .irreversible("no")
                                .sql("ALTER TYPE mood ADD VALUE 'ok'")
                                .sql("ALTER TABLE people ALTER COLUMN mood SET DEFAULT 'ok'")));
        cases.put("unlogged", List.of(Migrations.sqlFile("V0007_X").sql("ALTER TABLE orders SET UNLOGGED")));
        cases.put(
                "disabledTriggers",
                List.of(Migrations.sqlFile("V0007_X").sql("ALTER TABLE orders DISABLE TRIGGER ALL")));
        cases.put(
                "disabledTrigger",
                List.of(safe("V0007_X").irreversible("no").sql("ALTER TABLE orders DISABLE TRIGGER audit")));
        cases.put("deleteOfAllRows", List.of(Migrations.sqlFile("V0007_X").sql("DELETE FROM orders")));
        cases.put("unreadStatement", List.of(safe("V0007_X").sql("CALL p()", "CALL q()")));
    }

    private static void refusedByServer(Map<String, List<Migrations>> cases) {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("indexConcurrentlyOnPartitioned", "CREATE INDEX CONCURRENTLY events_at_idx ON events (at)");
        refused.put(
                "foreignKeyNotValidOnPartitioned",
                "ALTER TABLE events ADD CONSTRAINT events_poll FOREIGN KEY (id) REFERENCES polls (id) NOT VALID");
        refused.put("droppedIndexOfConstraint", "DROP INDEX polls_title_key");
        refused.put("droppedIndexOfPartitioned", "DROP INDEX CONCURRENTLY events_id_idx");
        refused.put("changedTypeThatAViewReads", "ALTER TABLE polls ALTER COLUMN votes TYPE bigint");
        refused.put("detachedConcurrentlyBesideDefault", "ALTER TABLE events DETACH PARTITION events_old CONCURRENTLY");
        refused.put("changedAttributeInUse", "ALTER TYPE point3 ALTER ATTRIBUTE x TYPE bigint");
        refused.put("droppedKeyInUse", "ALTER TABLE polls DROP CONSTRAINT polls_pkey");
        refused.put("droppedViewInUse", "DROP VIEW polls_open");
        refused.forEach((name, sql) -> cases.put(
                name,
                List.of(
                        Migrations.sqlFile("V0001_C")
                                .release("old", true)
                                .sql("CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at)")
                                .sql("CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO"
                                        + " ('2024-01-01')")
                                .sql("CREATE TABLE events_other PARTITION OF events DEFAULT")
                                .sql("CREATE INDEX events_id_idx ON events (id)")
                                .sql("CREATE TABLE polls (id bigint PRIMARY KEY, title text UNIQUE, votes int)")
                                .sql("CREATE TABLE choices (poll_id bigint REFERENCES polls)")
                                .sql("CREATE VIEW polls_open AS SELECT id, votes FROM polls")
                                .sql("CREATE VIEW polls_top AS SELECT id FROM polls_open")
                                .sql("CREATE TYPE point3 AS (x int)")
                                .sql("CREATE TABLE points (at point3)"),
                        Migrations.sqlFile("V0007_X").sql(sql))));
    }

    private static void order(Map<String, List<Migrations>> cases) {
        cases.put(
                "acceptanceOnAnotherTable",
                List.of(risky("V0007_X")
                        .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "user", "small")
                        .sql("CREATE INDEX users_email_idx ON users (email)")));
        cases.put(
                "renameWithoutWindow",
                List.of(risky("V0007_X")
                        .accept(Hazard.RENAME_BREAKS_RUNNING_RELEASE, "polls", "night")
                        .sql("ALTER TABLE polls RENAME COLUMN title TO headline")));
        cases.put("malformedName", List.of(safe("AddNote"), safe("V0007_B")));
        cases.put("duplicateNumber", List.of(safe("V0007_A"), safe("V7_B")));
        cases.put("outsideMigrations", List.of(safe("V0007_A").withoutApp()));
        cases.put(
                "wrongAnnotations",
                List.of(
                        migration("V0007_A"),
                        migration("V0008_A", Kind.SAFE, Kind.EXPAND),
                        safe("V0009_A").accept(Hazard.UNREAD_STATEMENT, "V0009_A", "x")));
        cases.put(
                "wrongInterface",
                List.of(
                        safe("V0007_A").shape(Shape.RISKY),
                        contract("V0009_C", "V0008_E").shape(Shape.SCHEMA),
                        expand("V0008_E").retire("t", "c")));
        cases.put(
                "contractWithoutExpand",
                List.of(
                        safe("V0007_A"),
                        contract("V0009_C", "V0007_A"),
                        expand("V0008_E").retire("t", "c")));
        cases.put("contractOfNothingAtHand", List.of(safe("V0007_A"), contract("V0009_C", "V0007_A")));
        cases.put("contractBeforeExpand", List.of(expand("V0008_E").retire("t", "c"), contract("V0005_C", "V0008_E")));
        cases.put(
                "secondContract",
                List.of(
                        expand("V0008_E").retire("t", "c"),
                        contract("V0009_C", "V0008_E"),
                        contract("V0010_D", "V0008_E")));
        cases.put(
                "contractInSameRelease",
                List.of(
                        expand("V0008_E").retire("t", "c").release("2024.03", false),
                        contract("V0009_C", "V0008_E").release("2024.03", false)));
        cases.put(
                "expandDeclaresNothing", List.of(expand("V0008_E"), expand("V0009_E"), contract("V0010_C", "V0009_E")));
        cases.put("pairedOutsideExpand", List.of(safe("V0008_E").retire("t", "c")));
        cases.put(
                "missingWayBack",
                List.of(
                        safe("V0008_E").sql("INSERT INTO c VALUES (1)"),
                        expand("V0009_F").atContract("DROP TABLE t")));
        cases.put(
                "blankReason",
                List.of(
                        risky("V0008_E")
                                .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "users", "…")
                                .sql("CREATE INDEX i ON users (email)"),
                        safe("V0009_I").irreversible(" ")));
        cases.put(
                "unusedAcceptance",
                List.of(risky("V0008_E").accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "users", "small")));
        cases.put(
                "dependencyCycle",
                List.of(
                        safe("V0001_A").dependsOn("V0003_C"),
                        safe("V0003_C"),
                        safe("V0004_D").dependsOn("V0004_D")));
        cases.put(
                "needsOutsideTransaction", List.of(safe("V0001_A").sql("CREATE INDEX CONCURRENTLY i ON t (lower(a))")));
        cases.put("lostByJooq", List.of(safe("V0001_A").lost("CREATE TABLE t (a int)", "generated column area")));
        cases.put("literalSchema", List.of(safe("V0001_A").sql("ALTER TABLE public.orders ADD COLUMN note text")));
        cases.put(
                "severalStatements",
                List.of(safe("V0001_A").sql("ALTER TABLE a ADD COLUMN x int; ALTER TABLE a ADD COLUMN y int")));
    }
}
