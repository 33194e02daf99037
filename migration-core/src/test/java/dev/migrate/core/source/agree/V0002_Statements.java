package dev.migrate.core.source.agree;

import static org.jooq.impl.DSL.*;
import static org.jooq.impl.SQLDataType.*;

import dev.migrate.api.Risky;
import dev.migrate.api.RiskyMigration;
import dev.migrate.api.RiskySteps;
import java.util.List;
import org.jooq.DatePart;
import org.jooq.EnumType;
import org.jooq.Nullability;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** All of jOOQ's entry points to DDL, and its expressions in them, with the forms that are read and those that are not. */
@SuppressWarnings({"removal", "deprecation", "unchecked"}) // each form of jOOQ is here, old ones and odd ones, too
@Risky({})
public final class V0002_Statements implements RiskyMigration {
    enum Mood implements EnumType {
        happy,
        sad;

        @Override
        public String getLiteral() {
            return name();
        }

        @Override
        public String getName() {
            return "mood";
        }

        @Override
        public Schema getSchema() {
            return null;
        }
    }

    static final class Poll extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        static final Poll POLL = new Poll();

        final TableField<Record, Integer> ID =
                createField(DSL.name("id"), INTEGER.nullable(false).identity(true), this, "");
        final TableField<Record, String> TITLE =
                createField(DSL.name("title"), VARCHAR(20).nullable(false), this, "");

        private Poll() {
            super(DSL.name("poll"), DSL.schema(name("public")));
        }

        @Override
        public Schema getSchema() {
            return DSL.schema(name("public"));
        }
    }

    @Override
    public void up(RiskySteps steps) {
        statements0(steps);
        statements1(steps);
        statements2(steps);
        statements3(steps);
        statements4(steps);
        statements5(steps);
        conditions0(steps);
        expressions0(steps);
        expressions1(steps);
        queries0(steps);
    }

    private static void statements0(RiskySteps steps) {
        steps.add(alterDatabase("d").renameTo("e"));
        steps.add(alterDomain("d").add(constraint("c").check(field("value").gt(0))));
        steps.add(alterDomain("d").dropConstraint("c"));
        steps.add(alterDomain("d").dropConstraint("c").cascade());
        steps.add(alterDomain("d").dropConstraintIfExists("c"));
        steps.add(alterDomain("d").renameConstraint("c").to("e"));
        steps.add(alterDomain("d").renameTo("e"));
        steps.add(alterDomain("d").setDefault("x"));
        steps.add(alterDomain("d").setDefault(inline(1)));
        steps.add(alterDomain("d").dropDefault());
        steps.add(alterDomain("d").setNotNull());
        steps.add(alterDomain("d").dropNotNull());
        steps.add(alterDomainIfExists("d").dropNotNull());
        steps.add(alterIndex("a").renameTo("b"));
        steps.add(alterIndex("a").on("t").renameTo("b"));
        steps.add(alterIndexIfExists(name("s", "a")).renameTo(name("s", "b")));
        steps.add(alterSchema("s").renameTo("t"));
        steps.add(alterSchemaIfExists("s").renameTo("t"));
        steps.add(alterSequence("s").restart());
        steps.add(alterSequence("s").restartWith(10));
        steps.add(alterSequence("s").startWith(5).incrementBy(2));
        steps.add(alterSequence("s").minvalue(1).maxvalue(100).cycle().cache(10));
        steps.add(alterSequence("s").noMinvalue().noMaxvalue().noCycle().noCache());
        steps.add(alterSequence("s").renameTo("t"));
        steps.add(alterSequenceIfExists(name("x", "s")).renameTo("t"));
        steps.add(alterType("t").addValue("x"));
        steps.add(alterType("t").renameTo("u"));
        steps.add(alterType("t").renameValue("a").to("b"));
        steps.add(alterType("t").setSchema("s"));
        steps.add(alterTypeIfExists("t").renameTo("u"));
        steps.add(alterView("v").renameTo("w"));
        steps.add(alterView("v").comment("c"));
        steps.add(alterViewIfExists("v").renameTo("w"));
        steps.add(alterMaterializedView("v").renameTo("w"));
        steps.add(alterView(table(name("v")), field(name("a"))).as(select(inline(1))));
        steps.add(commentOnTable("t").is("x"));
        steps.add(commentOnView("t").is("x"));
        steps.add(commentOnMaterializedView("t").is("x"));
        steps.add(commentOnColumn("c").is("x"));
        steps.add(commentOnColumn(name("t", "c")).is("x"));
        steps.add(createDatabase("d"));
        steps.add(createDatabaseIfNotExists("d"));
        steps.add(createDomain("d").as(INTEGER));
        steps.add(createDomain("d")
                .as(VARCHAR(10))
                .default_("x")
                .constraints(constraint("c").check(field("value").ne(""))));
        steps.add(createDomain("d").as(INTEGER).constraints(check(field("value").gt(0))));
        steps.add(createDomainIfNotExists("d").as(INTEGER));
        steps.add(createDomain(name("s", "d")).as(INTEGER.notNull()));
        steps.add(createSchema("s"));
        steps.add(createSchemaIfNotExists("s"));
        steps.add(createSequence("s"));
        steps.add(createSequenceIfNotExists("s"));
        steps.add(createSequence("s")
                .startWith(1)
                .incrementBy(2)
                .minvalue(1)
                .maxvalue(99)
                .cycle()
                .cache(5));
        steps.add(createSequence("s").noMinvalue().noMaxvalue().noCycle().noCache());
        steps.add(createSequence(sequence("s", BIGINT)).startWith(1));
        steps.add(createSequence(sequence(name("x", "s"), INTEGER)).startWith(1));
        steps.add(createType("t").asEnum("a", "b"));
        steps.add(createType("t").asEnum());
        steps.add(createTypeIfNotExists("t").asEnum("a"));
        steps.add(createType(name("s", "t")).asEnum("a"));
        steps.add(createType("t").as(field(name("a"), INTEGER), field(name("b"), VARCHAR(5))));
        steps.add(createView("v").as(select(field("a")).from("t")));
        steps.add(createView("v", "a", "b")
                .as(select(field("a"), field(name("b"))).from(table(name("t")))));
        steps.add(createViewIfNotExists("v").as(select(field("a")).from("t")));
        steps.add(createOrReplaceView("v").as(select(field("a")).from("t")));
        steps.add(createOrReplaceView(name("s", "v"), name("a"))
                .as(select(field("a")).from("t")));
        steps.add(createMaterializedView("v").as(select(field("a")).from("t")));
        steps.add(createMaterializedViewIfNotExists("v").as(select(field("a")).from("t")));
        steps.add(createOrReplaceMaterializedView("v").as(select(field("a")).from("t")));
        steps.add(createView("v").as("select 1"));
        steps.add(createView("v").as(sql("select 1")));
        steps.add(createView("v").as("select {0}", inline(1)));
        steps.add(createTable("t").as(select(field("a")).from("u")));
        steps.add(createTable("t").as(select(field("a")).from("u")).withNoData());
        steps.add(createTable("t").as(select(field("a")).from("u")).withData());
        steps.add(createTable("t").column("a", INTEGER).as(select(field("a")).from("u")));
        steps.add(createTable("t").columns(Poll.POLL.fields()));
        steps.add(createTable(Poll.POLL).columns(Poll.POLL.fields()));
        steps.add(createTable(Poll.POLL));
        steps.add(alterTable(Poll.POLL).add(Poll.POLL.TITLE));
        steps.add(alterTable(Poll.POLL).drop(Poll.POLL.TITLE));
        steps.add(alterTable(Poll.POLL).renameColumn(Poll.POLL.TITLE).to(field(name("x"))));
        steps.add(alterTable(Poll.POLL).alterColumn(Poll.POLL.TITLE).set(CLOB));
        steps.add(alterTable(Poll.POLL).add(constraint("c").check(Poll.POLL.TITLE.ne(""))));
        steps.add(alterTable(Poll.POLL).add(constraint("c").unique(Poll.POLL.TITLE)));
        steps.add(createIndex("i").on(Poll.POLL, Poll.POLL.TITLE));
        steps.add(createIndex("i").on(Poll.POLL, Poll.POLL.TITLE.desc()));
        steps.add(createIndex("i").on(Poll.POLL, lower(Poll.POLL.TITLE)));
        steps.add(createIndex("i").on(Poll.POLL, Poll.POLL.TITLE).where(Poll.POLL.ID.gt(1)));
        steps.add(createIndex("i").on(table("t"), field("t.a")));
        steps.add(createIndex("i").on(table("t"), field(name("t", "a"))));
        steps.add(createIndex("i").on(table("t"), field(name("t", "a")).asc().nullsLast()));
        steps.add(createIndex(name("s", "i")).on("t", "a"));
        steps.add(createUniqueIndex("i").on("t", "a").include("b"));
        steps.add(commentOnTable(Poll.POLL).is("x"));
        steps.add(commentOnColumn(Poll.POLL.TITLE).is("x"));
        steps.add(dropTable(Poll.POLL));
        steps.add(truncate(Poll.POLL));
        steps.add(truncate("a", "b"));
        steps.add(truncateTable("a"));
        steps.add(truncate(Poll.POLL).restartIdentity().cascade());
    }

    private static void statements1(RiskySteps steps) {
        steps.add(dropDatabase("d"));
        steps.add(dropDatabaseIfExists("d"));
        steps.add(dropDomain("d").cascade());
        steps.add(dropDomainIfExists("d").restrict());
        steps.add(dropSchema("s").cascade());
        steps.add(dropSchema("s").restrict());
        steps.add(dropSchemaIfExists("s"));
        steps.add(dropSequence("s"));
        steps.add(dropSequenceIfExists("s"));
        steps.add(dropType("t"));
        steps.add(dropType("t", "u").cascade());
        steps.add(dropTypeIfExists("t").restrict());
        steps.add(dropView("v"));
        steps.add(dropViewIfExists(name("s", "v")));
        steps.add(dropMaterializedView("v"));
        steps.add(dropMaterializedViewIfExists("v"));
        steps.add(dropTemporaryTable("t"));
        steps.add(grant(privilege("select"), privilege("insert")).on("t").to(user("u")));
        steps.add(grant(privilege("select")).on(table(name("t"))).to(role("r")));
        steps.add(grant(privilege("select")).on(table(name("t"))).toPublic());
        steps.add(grant(privilege("select")).on("t").to(user("u")).withGrantOption());
        steps.add(revoke(privilege("select")).on("t").from(user("u")));
        steps.add(revoke(privilege("select")).on("t").fromPublic());
        steps.add(revokeGrantOptionFor(privilege("select")).on("t").from(role("r")));
        steps.add(createTable("t").column("m", VARCHAR.asEnumDataType(Mood.class)));
        steps.add(createTable("t")
                .column("m", VARCHAR.asEnumDataType(Mood.class).nullable(false).defaultValue(Mood.happy)));
        steps.add(createTable("t").column("m", VARCHAR(10).array()));
        steps.add(createTable("t").column("m", VARCHAR(10).notNull().array()));
        steps.add(createTable("t").column("m", INTEGER.array().array()));
        steps.add(createTable("t").column("m", INTEGER.array().nullable(false).defaultValue(new Integer[] {1, 2})));
        steps.add(createTable("t").column("m", INTEGER.notNull().identity(true)));
        steps.add(createTable("t").column("m", BIGINT.identity(true).nullable(true)));
        steps.add(createTable("t").column("m", INTEGER.generatedAlwaysAs(inline(1))));
        steps.add(createTable("t").column("m", VARCHAR(10).collation(collation("de_DE"))));
        steps.add(createTable("t")
                .column("m", VARCHAR(10).collation(collation(name("C"))).notNull()));
        steps.add(createTable("t").column("m", VARCHAR(10).characterSet(characterSet("utf8"))));
        steps.add(createTable("t").column("m", VARCHAR.asConvertedDataType(String.class, s -> s, s -> s)));
        steps.add(createTable("t").column("m", VARCHAR.nullability(Nullability.NOT_NULL)));
        steps.add(createTable("t").column("m", NUMERIC.precision(10).scale(2)));
        steps.add(createTable("t").column("m", NUMERIC.scale(2)));
        steps.add(createTable("t").column("m", DECIMAL(10, 2)));
        steps.add(createTable("t").column("m", NUMERIC(10)));
        steps.add(createTable("t").column("m", NUMERIC.precision(10, 0)));
        steps.add(createTable("t").column("m", VARCHAR.precision(3)));
        steps.add(createTable("t").column("m", DECIMAL_INTEGER));
        steps.add(createTable("t").column("m", DECIMAL_INTEGER(10)));
        steps.add(createTable("t").column("m", BIGINTUNSIGNED));
        steps.add(createTable("t").column("m", OTHER));
        steps.add(createTable("t").column("m", ROWID));
        steps.add(createTable("t").column("m", RECORD));
        steps.add(createTable("t").column("m", RESULT));
        steps.add(createTable("t").column("m", GEOMETRY));
        steps.add(createTable("t").column("m", GEOGRAPHY));
        steps.add(createTable("t").column("m", TIMESTAMP(0)));
        steps.add(createTable("t").column("m", TIMESTAMP.precision(0)));
        steps.add(createTable("t").column("m", TIMESTAMPWITHTIMEZONE.precision(6)));
        steps.add(createTable("t").column("m", LOCALDATETIME(3)));
        steps.add(createTable("t").column("m", INSTANT));
        steps.add(createTable("t").column("m", INSTANT(3)));
        steps.add(createTable("t").column("m", OFFSETTIME(3)));
        steps.add(createTable("t").column("m", VARBINARY(10)));
        steps.add(createTable("t").column("m", CLOB(10)));
        steps.add(createTable("t").column("m", BLOB.length(10)));
        steps.add(createTable("t").column("m", new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "citext")));
        steps.add(createTable("t").column("m", DefaultDataType.getDataType(SQLDialect.POSTGRES, "citext")));
        steps.add(createTable("t").column("m", DefaultDataType.getDataType(SQLDialect.POSTGRES, String.class)));
        steps.add(createTable("t").column("m", domain(name("dd")).getDataType()));
        steps.add(createTable("t").column("m", OTHER.length(10)));
        steps.add(createTable("t").column(field("m", INTEGER.notNull())));
        steps.add(createTable("t").column("m", INTEGER.default_(field("nextval('s')", Integer.class))));
        steps.add(createTable("t")
                .column("m", INTEGER.defaultValue(sequence("s").nextval().cast(INTEGER))));
        steps.add(createTable("t")
                .column("m", BIGINT.defaultValue(sequence("s", BIGINT).nextval())));
        steps.add(createTable("t").column("m", TIMESTAMP.defaultValue(now())));
        steps.add(createTable("t").column("m", TIMESTAMP.defaultValue(currentTimestamp(3))));
        steps.add(createTable("t").column("m", LOCALDATETIME.defaultValue(currentLocalDateTime())));
        steps.add(createTable("t").column("m", INSTANT.defaultValue(currentInstant())));
        steps.add(createTable("t").column("m", DATE.defaultValue(currentDate())));
        steps.add(createTable("t").column("m", LOCALDATE.defaultValue(currentLocalDate())));
        steps.add(createTable("t").column("m", LOCALDATE.defaultValue(java.time.LocalDate.of(2020, 1, 2))));
        steps.add(createTable("t")
                .column("m", LOCALDATETIME.defaultValue(java.time.LocalDateTime.of(2020, 1, 2, 3, 4, 5))));
        steps.add(createTable("t").column("m", DATE.defaultValue(java.sql.Date.valueOf("2020-01-02"))));
        steps.add(createTable("t")
                .column("m", TIMESTAMP.defaultValue(java.sql.Timestamp.valueOf("2020-01-02 03:04:05"))));
        steps.add(createTable("t")
                .column("m", OFFSETDATETIME.defaultValue(java.time.OffsetDateTime.parse("2020-01-02T03:04:05Z"))));
        steps.add(createTable("t")
                .column("m", UUID.defaultValue(java.util.UUID.fromString("00000000-0000-0000-0000-000000000001"))));
        steps.add(createTable("t").column("m", VARCHAR.defaultValue(String.valueOf(1))));
        steps.add(createTable("t").column("m", INTEGER.defaultValue(inline("5").cast(INTEGER))));
        steps.add(createTable("t").column("m", BOOLEAN.defaultValue(true)));
        steps.add(createTable("t").column("m", BOOLEAN.defaultValue(inline(true))));
        steps.add(createTable("t").column("m", DOUBLE.defaultValue(0d)));
        steps.add(createTable("t").column("m", NUMERIC(10, 2).defaultValue(java.math.BigDecimal.ZERO)));
        steps.add(createTable("t").column("m", NUMERIC(10, 2).defaultValue(java.math.BigDecimal.valueOf(1.5))));
        steps.add(createTable("t").column("m", VARCHAR.defaultValue(inline("x"))));
        steps.add(createTable("t").column("m", VARCHAR.defaultValue(val("it's"))));
        steps.add(createTable("t").column("m", VARCHAR.defaultValue(field("'x'::varchar", String.class))));
    }

    private static void statements2(RiskySteps steps) {
        steps.add(createTable("t").column("m", JSONB.defaultValue(org.jooq.JSONB.valueOf("[]"))));
        steps.add(createTable("t").column("m", JSONB.defaultValue(inline(org.jooq.JSONB.jsonb("{}")))));
        steps.add(createTable("t").column("m", JSON.defaultValue(org.jooq.JSON.json("{}"))));
        steps.add(createTable("t").column("m", BINARY.defaultValue(new byte[] {1, 2})));
        steps.add(createTable("t").column("m", SMALLINT.defaultValue((short) 1)));
        steps.add(createTable("t").column("m", TINYINT.defaultValue((byte) 1)));
        steps.add(createTable("t").column("m", INTEGER.defaultValue((Integer) null)));
        steps.add(createTable("t").column("m", INTEGER.readonly(true)));
        steps.add(createIndex("i").on(table("t"), field("a").desc().nullsFirst()));
        steps.add(createIndex("i").on(table(name("t")), List.of(field(name("a")))));
        steps.add(createIndex("i").on(name("t"), List.of(name("a"))));
        steps.add(
                createIndex("i").on("t", "a").where(field("a").eq(1), field("b").eq(2)));
        steps.add(createIndex("i")
                .on("t", "a")
                .where(field("a").eq(1).and(field("b").eq(2))));
        steps.add(createIndex("i").on("t", "a").where(sql("a > 0")));
        steps.add(createIndex("i").on("t", "a").where("a > ?", 1));
        steps.add(createIndex("i").on("t", "a").where(DSL.noCondition()));
        steps.add(createTable("t")
                .column("a", INTEGER)
                .constraint(primaryKey("a"))
                .constraint(check(DSL.trueCondition())));
        steps.add(createTable("t")
                .column("a", INTEGER)
                .constraint(constraint("k").check(field("a").gt(0)).enforced()));
        steps.add(createTable("t")
                .column("a", INTEGER)
                .primaryKey(field("a"))
                .unique("a", "b")
                .check(field("a").gt(0)));
        steps.add(createTable("t").columns("a", "b"));
        steps.add(createTable("t").column("a", INTEGER).constraints(List.of(primaryKey("a"))));
        steps.add(createTable("t").columns(List.of(field("a", INTEGER))));
        steps.add(createTable("t").column("a", INTEGER).storage(sql("tablespace x")));
        steps.add(createTable("t").column("a", INTEGER).storage("with (fillfactor = {0})", inline(70)));
        steps.add(createTable("t").column("a", INTEGER).comment(comment("x")));
        steps.add(createTable("t")
                .column("a", VARCHAR(10))
                .constraints(constraint("a")
                        .foreignKey("a")
                        .references("b")
                        .onDeleteSetNull()
                        .onUpdateCascade()));
        steps.add(createTable("t").constraint(foreignKey("a").references(name("s", "b"), name("c"))));
        steps.add(createTable("t").constraint(foreignKey(field("a")).references(table("b"), field("c"))));
        steps.add(alterTable("t").add(field("a", INTEGER)).first());
        steps.add(alterTable("t").add(field("a", INTEGER)).after("b"));
        steps.add(alterTable("t").addColumn("a", INTEGER).first());
        steps.add(alterTable("t").addColumn("a", INTEGER).after(field("b")));
        steps.add(alterTable("t").add(List.of(field("a", INTEGER), field("b", INTEGER))));
        steps.add(alterTable("t").add(List.of(field("a", INTEGER), primaryKey("a"))));
        steps.add(alterTable("t").addColumn(field("a", INTEGER)));
        steps.add(alterTable("t").drop(List.of(field("a"), field("b"))));
        steps.add(alterTable("t").dropColumns(List.of(field("a"))));
        steps.add(alterTable("t").dropColumns("a", "b").cascade());
        steps.add(alterTable("t").dropIfExists(field("a")));
        steps.add(alterTable("t").dropColumnIfExists("a").cascade());
        steps.add(alterTable("t").drop(constraint("c")).cascade());
        steps.add(alterTable("t").drop(constraint("c")).restrict());
        steps.add(alterTable("t").dropIfExists(constraint("c")));
        steps.add(alterTable("t").dropPrimaryKey());
        steps.add(alterTable("t").dropPrimaryKey().cascade());
        steps.add(alterTable("t").dropUnique(constraint("c")));
        steps.add(alterTable("t").dropUnique(unique("a")));
        steps.add(alterTable("t").dropForeignKey(name("c")));
        steps.add(alterTable("t").dropConstraint(constraint("c")));
        steps.add(alterTable("t").alterConstraint("c").enforced());
        steps.add(alterTable("t").alterConstraint("c").notEnforced());
        steps.add(alterTable("t").alterConstraint(name("c")).notEnforced());
        steps.add(alterTable("t").alter(constraint("c")).enforced());
        steps.add(alterTable("t").alter("a").set(INTEGER.nullable(false)));
        steps.add(alterTable("t").alter("a").set(INTEGER.nullable(true).defaultValue(1)));
        steps.add(alterTable("t").alter("a").set(VARCHAR(10).collation(collation("C"))));
        steps.add(alterTable("t").alter("a").set(INTEGER.identity(true)));
        steps.add(alterTable("t").alter("a").set(VARCHAR.asEnumDataType(Mood.class)));
        steps.add(alterTable("t").alterColumn(field("a")).setNotNull());
        steps.add(alterTable("t").alterColumn(name("t", "a")).dropDefault());
        steps.add(alterTable("t").alterColumn("a").defaultValue(1));
        steps.add(alterTable("t").alterColumn("a").setDefault(now()));
        steps.add(alterTable("t").alterColumn("a").setDefault(val(1)));
        steps.add(alterTable("t").renameColumn("a").to("b"));
        steps.add(alterTable("t").renameColumn(name("a")).to(name("b")));
        steps.add(alterTable("t").renameTo("s.b"));
        steps.add(alterTable("t").renameTo(table(name("s", "b"))));
        steps.add(alterTable("t").renameConstraint(constraint("a")).to(constraint("b")));
        steps.add(alterTable("t").renameIndex(name("a")).to(name("b")));
        steps.add(alterTable("t").comment(comment("x")));
        steps.add(alterTable("t").comment("it's"));
        steps.add(alterTable(name("s", "t")).renameIndex("a").to("b"));
        steps.add(alterIndex(name("s", "a")).renameTo("b"));
        steps.add(alterSequence(sequence("s")).restart());
        steps.add(alterSequence(sequence(name("x", "s"), BIGINT)).restartWith(10L));
        steps.add(alterSchema(schema("s")).renameTo(schema("t")));
        steps.add(dropSchema(schema(name("s"))).cascade());
        steps.add(dropIndex(name("s", "i")).cascade());
        steps.add(dropIndex("i").on("t").cascade());
        steps.add(dropIndexIfExists("i").on(table("t")));
        steps.add(dropSequence(sequence("s")));
        steps.add(dropTable(table(name("s", "t"))).cascade());
        steps.add(dropTable("s.t"));
        steps.add(dropType(name("s", "t")));
        steps.add(dropView(table("v")));
        steps.add(dropDomain(domain("d")));
        steps.add(createSchema(schema("s")));
        steps.add(createSchema(name("a", "s")));
        steps.add(createSequence(name("s")));
        steps.add(createSequence("s").startWith(inline(1)));
        steps.add(createSequence("s").startWith(val(10)).maxvalue(100L));
        steps.add(createDomain(domain("d")).as(INTEGER));
        steps.add(commentOnColumn(field(name("t", "c"))).is(comment("x")));
        steps.add(commentOnColumn(field("t.c")).is("x"));
        steps.add(commentOnTable(table("t")).is("x"));
        steps.add(commentOnTable(name("s", "t")).is(""));
        steps.add(truncate("t").cascade());
        steps.add(truncate("t").restrict());
    }

    private static void statements3(RiskySteps steps) {
        steps.add(truncate("t").restartIdentity());
        steps.add(truncate("t").continueIdentity().restrict());
        steps.add(truncate(table(name("a")), table(name("b"))));
        steps.add(truncate(name("a"), name("b")).cascade());
        steps.add(createTable(name("t")).column(name("a"), INTEGER));
        steps.add(createTable(table("t")).column(field("a"), INTEGER));
        steps.add(createTable("t").column(field(name("a")), INTEGER).column(field(name("b"), VARCHAR), VARCHAR(5)));
        steps.add(createTable("t").column(field(name("a"), INTEGER), BIGINT));
        steps.add(createTable(unquotedName("T")).column(unquotedName("A"), INTEGER));
        steps.add(createTable(quotedName("a", "b")).column("a", INTEGER));
        steps.add(createTable(name(List.of("a", "b"))).column("a", INTEGER));
        steps.add(createTable(name("a").append("b")).column("a", INTEGER));
        steps.add(createTable(table(name("a"))).column("a", INTEGER));
        steps.add(createTable(table("a {0}", inline(1))).column("a", INTEGER));
        steps.add(createTable(table(sql("a"))).column("a", INTEGER));
        steps.add(createTable("t").column(field(sql("a"), INTEGER)));
        steps.add(createTable("t").column(field(unquotedName("a"), INTEGER)));
        steps.add(createTable("t").column(field(quotedName("a"), INTEGER)));
        steps.add(createTable("t").column("a", INTEGER).onCommitDrop());
        steps.add(createTemporaryTable("t").as(select(inline(1))).onCommitPreserveRows());
        steps.add(createTemporaryTable("t").column("a", INTEGER).onCommitPreserveRows());
        steps.add(createGlobalTemporaryTable("t").column("a", INTEGER).onCommitDeleteRows());
        steps.add(createTable("t").column("m", INTEGER.identity(true).defaultValue(1)));
        steps.add(createTable("t").column("m", INTEGER.defaultValue(1).identity(true)));
        steps.add(createTable("t").column("m", INTEGER.nullable(true).identity(true)));
        steps.add(createTable("t").column("m", INTEGER.identity(true).notNull()));
        steps.add(createTable("t").column("m", INTEGER.identity(true).nullable(false)));
        steps.add(createTable("t").column("m", INTEGER.identity(true).null_()));
        steps.add(createTable("t").column("m", INTEGER.identity(true).identity(false)));
        steps.add(createTable("t").column("m", INTEGER.notNull().identity(false)));
        steps.add(createTable("t").column("m", INTEGER.defaultValue(1).array()));
        steps.add(createTable("t").column("m", INTEGER.identity(true).array()));
        steps.add(createTable("t").column("m", INTEGER.array().notNull()));
        steps.add(createTable("t").column("m", VARCHAR.collation(collation("C")).array()));
        steps.add(createTable("t").column("m", VARCHAR(5).length(6)));
        steps.add(createTable("t").column("m", VARCHAR(5).notNull().length(6)));
        steps.add(createTable("t").column("m", VARCHAR(0)));
        steps.add(createTable("t").column("m", CHAR));
        steps.add(createTable("t").column("m", CHAR(0)));
        steps.add(createTable("t").column("m", NUMERIC(0)));
        steps.add(createTable("t").column("m", NUMERIC.precision(5).precision(6, 1)));
        steps.add(createTable("t").column("m", NUMERIC(5, 2).precision(6)));
        steps.add(createTable("t").column("m", NUMERIC(5, 2).scale(1)));
        steps.add(createTable("t").column("m", NUMERIC.scale(2).precision(5)));
        steps.add(createTable("t").column("m", NUMERIC(5, 0)));
        steps.add(createTable("t").column("m", NUMERIC.precision(5, 0).scale(0)));
        steps.add(createTable("t").column("m", INTEGER.precision(5)));
        steps.add(createTable("t").column("m", INTEGER.length(5)));
        steps.add(createTable("t").column("m", DOUBLE.precision(5)));
        steps.add(createTable("t").column("m", TIMESTAMP(3).scale(1)));
        steps.add(createTable("t").column("m", TIME.precision(0)));
        steps.add(createTable("t").column("m", FLOAT));
        steps.add(createTable("t").column("m", INTERVAL));
        steps.add(createTable("t").column("m", INTERVALDAYTOSECOND));
        steps.add(createTable("t").column("m", YEAR));
        steps.add(createTable("t").column("m", XML));
        steps.add(createTable("t").column("m", NVARCHAR(4)));
        steps.add(createTable("t").column("m", LONGVARCHAR));
        steps.add(createTable("t").column("m", LONGVARCHAR(4)));
        steps.add(createTable("t").column("m", LONGNVARCHAR(4)));
        steps.add(createTable("t").column("m", NCHAR(4)));
        steps.add(createTable("t").column("m", INTEGERUNSIGNED));
        steps.add(createTable("t").column("m", SMALLINTUNSIGNED));
        steps.add(createTable("t").column("m", TINYINTUNSIGNED));
        steps.add(createTable("t").column("m", CLOB.length(5)));
        steps.add(createTable("t").column("m", NCLOB));
        steps.add(createTable("t")
                .column("m", VARCHAR.nullable(false).defaultValue("x").nullable(true)));
        steps.add(createTable("t").column("m", VARCHAR.default_(inline("x")).default_((String) null)));
        steps.add(createTable("t")
                .column(
                        "m",
                        VARCHAR(5).collation(collation("C")).defaultValue("x").notNull()));
        steps.add(createTable("t").column("m", INTEGER.nullability(Nullability.NULL)));
        steps.add(createTable("t").column("m", INTEGER.nullability(Nullability.DEFAULT)));
        steps.add(createTable("t").column("m", INTEGER.notNull().nullability(Nullability.DEFAULT)));
        steps.add(createTable("t").column("m", INTEGER.getArrayDataType()));
        steps.add(createTable("t").column(name("a", "b"), INTEGER));
        steps.add(createTable("t").column(field("a", String.class)));
        steps.add(createTable("t").column(field("a", Integer.class)));
        steps.add(createTable("t").column(field("a", Long.class)));
        steps.add(createTable("t").column(field("a", Short.class)));
        steps.add(createTable("t").column(field("a", Byte.class)));
        steps.add(createTable("t").column(field("a", Boolean.class)));
        steps.add(createTable("t").column(field("a", Double.class)));
        steps.add(createTable("t").column(field("a", Float.class)));
        steps.add(createTable("t").column(field("a", java.math.BigDecimal.class)));
        steps.add(createTable("t").column(field("a", java.math.BigInteger.class)));
        steps.add(createTable("t").column(field("a", java.util.UUID.class)));
        steps.add(createTable("t").column(field("a", java.time.LocalDate.class)));
        steps.add(createTable("t").column(field("a", java.time.LocalDateTime.class)));
        steps.add(createTable("t").column(field("a", java.time.LocalTime.class)));
        steps.add(createTable("t").column(field("a", java.time.OffsetDateTime.class)));
        steps.add(createTable("t").column(field("a", java.time.Instant.class)));
        steps.add(createTable("t").column(field("a", java.sql.Timestamp.class)));
        steps.add(createTable("t").column(field("a", java.sql.Date.class)));
        steps.add(createTable("t").column(field("a", byte[].class)));
        steps.add(createTable("t").column(field("a", String[].class)));
        steps.add(createTable("t").column(field("a", org.jooq.JSON.class)));
        steps.add(createTable("t").column(field("a", org.jooq.JSONB.class)));
        steps.add(createTable("t").column(field("a", Object.class)));
        steps.add(createTable("t").column("a", SQLDataType.VARCHAR.getArrayDataType()));
        steps.add(alterTable("t").alterColumn("a").set(VARCHAR));
        steps.add(alterTable("t").alterColumn("a").set(VARCHAR(5).notNull().defaultValue("x")));
    }

    private static void statements4(RiskySteps steps) {
        steps.add(alterTable("t").alterColumn("a").set(INTEGER.array()));
        steps.add(alterTable("t").alterColumn("a").set(NUMERIC(5, 2).nullable(true)));
        steps.add(alterTable("t")
                .alterColumn("a")
                .set(VARCHAR.asEnumDataType(Mood.class).notNull()));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("t", "a")).gt(1))));
        steps.add(alterTable("t").add(constraint("c").unique(field(name("t", "a")))));
        steps.add(createTable("t")
                .column("a", INTEGER)
                .check(field(name("t", "a")).gt(1)));
        steps.add(createTable("t").column("a", INTEGER.defaultValue(field(name("t", "b"), INTEGER))));
        steps.add(createIndex("i").on(table(name("s", "t")), lower(field(name("s", "t", "a"), VARCHAR))));
        steps.add(createIndex("i")
                .on(table(name("s", "t")), field(name("s", "t", "a")))
                .where(field(name("s", "t", "a")).isNull()));
        steps.add(alterTable("t").alterColumn("a").setDefault(field(name("t", "b"))));
        steps.add(createView("v", "a").as(select(field(name("t", "a"))).from(name("t"))));
        steps.add(createView(name("v"), List.of(name("a")))
                .as(select(field(name("t", "a"))).from(name("t"))));
        steps.add(createView(table(name("v")), field(name("t", "a"))).as(select(inline(1))));
        steps.add(createTable("t").as(select(field(name("t", "a"))).from(name("t"))));
        steps.add(createTable("t").columns(field(name("a"))).as(select(inline(1))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a")).in(select(field("b")).from("u")))));
        steps.add(alterTable("t").renameTo(name("s", "b")));
        steps.add(alterTable("t").renameTo(unquotedName("b")));
        steps.add(alterTable(unquotedName("t")).renameTo(table("b")));
        steps.add(alterView(name("s", "v")).renameTo(name("s", "w")));
        steps.add(alterSequence(name("s", "v")).renameTo(name("s", "w")));
        steps.add(alterSequence(name("s", "v")).renameTo(sequence(name("s", "w"))));
        steps.add(alterType(name("s", "v")).renameTo(name("s", "w")));
        steps.add(alterDomain(name("s", "v")).renameTo(name("s", "w")));
        steps.add(alterSchema(name("s")).renameTo(name("w")));
        steps.add(alterDatabase(name("s")).renameTo(name("w")));
        steps.add(alterTable("t").renameConstraint(name("x", "a")).to(name("y", "b")));
        steps.add(alterTable("t").renameColumn(name("x", "a")).to(name("y", "b")));
        steps.add(alterTable("t").dropConstraint(name("x", "a")));
        steps.add(alterTable("t").add(constraint(name("x", "a")).unique("b")));
        steps.add(commentOnColumn(name("s", "t", "c")).is("x"));
        steps.add(commentOnView(table("v")).is("x"));
        steps.add(alterTable("t").add(foreignKey("a").references("o", "b").onDeleteRestrict()));
        steps.add(alterTable("t").add(constraint("c").foreignKey("a", "b").references("o")));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .foreignKey(field(name("t", "a")))
                        .references(table(name("s", "o")), field(name("o", "b")))));
        steps.add(alterTable("t")
                .add(constraint("c").foreignKey("a").references("o").notEnforced()));
        steps.add(alterTable("t").add(constraint("c").primaryKey(field("a"), field("b"))));
        steps.add(alterTable("t").add(unique("a").enforced()));
        steps.add(alterTable("t").add(constraint().unique("a")));
        steps.add(alterTable("t").addIfNotExists(field("c", INTEGER)));
        steps.add(alterTable("t").addColumnIfNotExists(field(name("c"), INTEGER)));
        steps.add(alterTable("t").addColumnIfNotExists("c", INTEGER).first());
        steps.add(alterTableIfExists("t").dropColumnIfExists("c"));
        steps.add(alterTableIfExists("t").renameTo("u"));
        steps.add(alterTableIfExists("t").renameColumn("a").to("b"));
        steps.add(alterTableIfExists("t").alterColumn("a").set(BIGINT.notNull()));
        steps.add(alterTableIfExists("t").comment("x"));
        steps.add(createIndex("i").on("t", "a").include(field("b")));
        steps.add(createIndex("i").on("t", "a").include(name("b"), name("c")));
        steps.add(createIndex("i").on(table("t"), field("a"), field("b").desc()).excludeNullKeys());
        steps.add(createIndex("i").on("t", "a").where(condition("a > 0").and(condition("b > 0"))));
        steps.add(createIndex("i").on("t", "a").where(condition(false)));
        steps.add(createIndex("i").on("s.t", "a"));
        steps.add(createIndexIfNotExists().on("t", "a"));
        steps.add(createTable("t").column("a", INTEGER).constraints());
        steps.add(
                createTable("t").column("a", INTEGER).constraint(constraint("k").check(condition("a > 0 and b > 0"))));
        steps.add(createTableIfNotExists("t").column("a", INTEGER).comment("x"));
        steps.add(createTable("t").column("a", INTEGER).column("a", INTEGER));
        steps.add(createTable("t").column("a", INTEGER).primaryKey("a").primaryKey("a"));
        steps.add(createType("t").asEnum("it's"));
        steps.add(createSequence("s").cache(1).cycle().minvalue(1));
        steps.add(createSequence("s").noCache());
        steps.add(alterSequence("s").minvalue(1).noCycle());
        steps.add(alterSequence("s").restart().cycle());
        steps.add(grant(privilege("all")).on(table("t")).to(user(name("u"))));
        steps.add(grant(privilege("select")).on(name("s", "t")).to(role(name("r"))));
        steps.add(grant(privilege("select")).on("t").toPublic().withGrantOption());
        steps.add(dropTableIfExists(name("s", "t")).cascade());
        steps.add(dropSequenceIfExists(name("s", "x")));
        steps.add(dropType(name("a"), name("b")).restrict());
        steps.add(dropTypeIfExists("a", "b"));
        steps.add(createType("t").asEnum(inline("a"), inline("b")));
        steps.add(alterType("t").addValue(inline("x")));
        steps.add(alterType("t").setSchema(name("s")));
        steps.add(alterTable(table(name("s", "t"))).renameTo("u"));
        steps.add(alterIndex("a").on(table(name("s", "t"))).renameTo("b"));
        steps.add(alterTable("t").add("a", INTEGER));
        steps.add(alterTable("t").add(name("a"), INTEGER));
        steps.add(alterTable("t").addColumn(name("x", "a"), INTEGER));
        steps.add(createDomain("d").as(VARCHAR(3)).default_(inline("x")));
        steps.add(createDomain("d")
                .as(VARCHAR(3))
                .constraints(
                        constraint("a").check(condition("x")), constraint("b").check(condition("y"))));
        steps.add(createDomain("d").as(INTEGER.defaultValue(3)));
        steps.add(createDomain("d").as(VARCHAR(3).collation(collation("C"))));
        steps.add(createSequence("s").incrementBy(5).startWith(3));
        steps.add(createSequence("s").startWith(1).noMinvalue().maxvalue(5));
        steps.add(createSequenceIfNotExists(name("a", "s")).startWith(7));
        steps.add(createTable("t").column("id", UUID.defaultValue(field("gen_random_uuid()", java.util.UUID.class))));
        steps.add(createTable("t").column("id", UUID.notNull().default_(uuid())));
        steps.add(dropTable(name("t")).restrict());
        steps.add(createView("v").as(resultQuery("select a from t where b = {0}", inline(1))));
        steps.add(createView("v").as(selectFrom(table("t"))));
        steps.add(alterView("v").as(select(inline(1))));
        steps.add(alterTable("t").add(constraint("c").check(condition("a > {0}", inline(5)))));
        steps.add(alterTable("t").add(constraint("c").check(field("a").gt(inline(5)))));
        steps.add(alterTable("t").add(constraint("c").check(exists(selectOne()))));
        steps.add(alterTable("t").drop("a").cascade());
        steps.add(alterTable("t").drop(name("a"), name("b")));
        steps.add(alterTable("t").dropColumns(name("a"), name("b")));
    }

    private static void statements5(RiskySteps steps) {
        steps.add(alterTable("t").dropColumns(field("a"), field("b")));
        steps.add(alterTable("t").dropColumn(field(name("t", "a"))));
        steps.add(alterTable("t").dropColumn(name("t", "a")));
        steps.add(commentOnColumn(Poll.POLL.ID).is("x"));
        steps.add(commentOnColumn("t.c").is("x"));
        steps.add(createTable(name("a", "t")).column("x", INTEGER).comment("hi"));
        steps.add(createTable("t").column("x", INTEGER.notNull()).columns(field("y", INTEGER), field("z", VARCHAR(5))));
        steps.add(createTable("t").tableElements(field("a", INTEGER), primaryKey("a"), unique("a")));
        steps.add(createTable("t").tableElements(List.of(field("a", INTEGER), primaryKey("a"))));
        steps.add(createTable("t").columns(name("a"), name("b")));
        steps.add(createTable("t").column("a", VARCHAR.defaultValue(lower(inline("X")))));
        steps.add(createTable("t").column("a", VARCHAR.defaultValue(concat("a", "b"))));
        steps.add(createTable("t")
                .column("a", INTEGER.defaultValue(field("1", INTEGER).plus(1))));
        steps.add(createTable("t").column("a", VARCHAR.defaultValue(currentUser())));
        steps.add(createTable("t").column("a", TIMESTAMP.defaultValue(field("now()", TIMESTAMP))));
        steps.add(createTable("t").column("a", TIMESTAMPWITHTIMEZONE.defaultValue(currentOffsetDateTime())));
        steps.add(
                createTable("t").column("a", INSTANT.defaultValue(java.time.Instant.parse("2020-01-02T03:04:05.5Z"))));
        steps.add(createTable("t").column("a", DATE.defaultValue(date("2020-01-02"))));
        steps.add(createTable("t").column("a", LOCALTIME.defaultValue(java.time.LocalTime.of(10, 0))));
        steps.add(createTable("t").column("a", SMALLINT.defaultValue((short) -5)));
        steps.add(createTable("t").column("a", VARCHAR.defaultValue("")));
    }

    private static void conditions0(RiskySteps steps) {
        steps.add(alterTable("t").add(constraint("c").check(condition("a > {0}", field(name("b"))))));
        steps.add(alterTable("t").add(constraint("c").check(condition("{0} > 1", field(name("b"))))));
        steps.add(alterTable("t").add(constraint("c").check(field(name("a")).eq((Object) null))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).eq((String) null))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).in("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).in(List.of("a", "b")))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).in(List.of()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).notIn("a", "b"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).between(1, 2))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).between(1).and(2))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).notBetween(1, 2))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).likeIgnoreCase("a%"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).startsWith("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).contains("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).endsWith("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).likeRegex("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).similarTo("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).equalIgnoreCase("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).isDistinctFrom("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).lower().eq("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(lower(field(name("a"), VARCHAR)).eq("a"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).length().gt(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(length(field(name("a"), VARCHAR)).le(10))));
        steps.add(alterTable("t")
                .add(constraint("c").check(charLength(field(name("a"), VARCHAR)).le(10))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(octetLength(field(name("a"), VARCHAR)).le(10))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).trim().ne(""))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), BOOLEAN).isTrue())));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), BOOLEAN).isFalse())));
        steps.add(alterTable("t").add(constraint("c").check(field(name("a")).isTrue())));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).isTrue())));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).isTrue())));
        steps.add(alterTable("t").add(constraint("c").check(condition(field(name("a"), BOOLEAN)))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).mod(2).eq(0))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).plus(1).gt(0))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .minus(field(name("b"), INTEGER))
                                .gt(0))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER).mul(2).div(3).eq(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).neg().eq(1))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .add(field(name("b"), INTEGER))
                                .eq(1))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .gt(field(name("b"), INTEGER))
                                .and(field(name("c")).isNull())
                                .or(field(name("d")).isNotNull()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(not(field(name("a"), INTEGER).gt(1)))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(not(field(name("a"), INTEGER)
                                .gt(1)
                                .and(field(name("b"), INTEGER).gt(1))))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .gt(1)
                                .andNot(field(name("b"), INTEGER).gt(1)))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).gt(1).and("b > 2"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).gt(1).and(sql("b > 2")))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).gt(1).not())));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .gt(1)
                                .xor(field(name("b")).isNull()))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(and(List.of(
                                field(name("a")).isNull(), field(name("b")).isNull())))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(or(
                                field(name("a")).isNull(),
                                field(name("b")).isNull(),
                                field(name("c")).isNull()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(DSL.and(field(name("a")).isNull()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(noCondition().and(field(name("a")).isNull()))));
        steps.add(alterTable("t").add(constraint("c").check(trueCondition())));
        steps.add(alterTable("t").add(constraint("c").check(falseCondition())));
        steps.add(alterTable("t")
                .add(constraint("c").check(trueCondition().and(field(name("a")).isNull()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a")).isNull().and(trueCondition()))));
        steps.add(alterTable("t")
                .add(constraint("c").check(row(field("a"), field("b")).eq(1, 2))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(position(field(name("a"), VARCHAR), "@").gt(0))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), JSONB).isNotNull())));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field("x", VARCHAR)
                                .eq(field("y", VARCHAR))
                                .and(field("z", INTEGER).in(1, 2))
                                .or(condition("q")))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), BOOLEAN).eq(true))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).eq(inline("x")))));
        steps.add(alterTable("t").add(constraint("c").check(field(name("a")).like("x%"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).notLike("x%"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).like("x%", '!'))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).notLikeIgnoreCase("x"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).notIn(1, 2))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).notEqual(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).greaterThan(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).greaterOrEqual(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).lessThan(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).lessOrEqual(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), INTEGER).ge(1))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(name("a"), VARCHAR).ge("1"))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .eq(1)
                                .or(field(name("b"), INTEGER).eq(2))
                                .and(field(name("c"), INTEGER).eq(3)))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a"), INTEGER)
                                .eq(1)
                                .or("x")
                                .orNot(field(name("c"), INTEGER).eq(3)))));
        steps.add(alterTable("t").add(constraint("c").check(DSL.not(condition("a")))));
        steps.add(alterTable("t").add(constraint("c").check(condition("a").not())));
        steps.add(alterTable("t").add(constraint("c").check(condition("a").and("b"))));
        steps.add(alterTable("t").add(constraint("c").check(condition("(a)").and("b"))));
        steps.add(alterTable("t")
                .add(constraint("c").check(length(field("a", String.class)).between(1, 5))));
        steps.add(alterTable("t")
                .add(constraint("c").check(field(sql("a || b"), VARCHAR).eq("x"))));
        steps.add(alterTable("t").add(constraint("c").check(exists(selectOne().from("t")))));
        steps.add(
                alterTable("t").add(constraint("c").check(notExists(selectOne().from("t")))));
        steps.add(alterTable("t")
                .add(constraint("c")
                        .check(field(name("a")).notIn(select(field("b")).from("u")))));
    }

    private static void expressions0(RiskySteps steps) {
        steps.add(createView("v").as(select(field("a = {0}", inline(1)))));
        steps.add(createView("v").as(select(field("a = ?", 1))));
        steps.add(createView("v").as(select(upper(field(name("a"), VARCHAR)))));
        steps.add(createView("v").as(select(abs(field(name("a"), INTEGER)))));
        steps.add(createView("v").as(select(greatest(field(name("a"), INTEGER), inline(1)))));
        steps.add(createView("v").as(select(least(field(name("a"), INTEGER), inline(1)))));
        steps.add(createView("v").as(select(nullif(field(name("a"), INTEGER), inline(1)))));
        steps.add(createView("v").as(select(coalesce(field(name("a"), INTEGER), 1))));
        steps.add(createView("v").as(select(concat("a", "b"))));
        steps.add(createView("v").as(select(concat(field(name("a"), VARCHAR), val("x"), field(name("b"), VARCHAR)))));
        steps.add(createView("v").as(select(field(name("a"), VARCHAR).concat("x"))));
        steps.add(createView("v").as(select(cast(field(name("a")), VARCHAR(10)))));
        steps.add(createView("v").as(select(field(name("a")).cast(INTEGER))));
        steps.add(createView("v").as(select(field(name("a")).cast(Integer.class))));
        steps.add(createView("v").as(select(val(1).cast(BIGINT))));
        steps.add(createView("v").as(select(round(field(name("a"), NUMERIC), 2))));
        steps.add(createView("v").as(select(left(field(name("a"), VARCHAR), 2))));
        steps.add(createView("v").as(select(substring(field(name("a"), VARCHAR), 1, 2))));
        steps.add(createView("v").as(select(replace(field(name("a"), VARCHAR), "a", "b"))));
        steps.add(createView("v").as(select(md5(field(name("a"), VARCHAR)))));
        steps.add(createView("v").as(select(extract(field(name("a"), TIMESTAMP), DatePart.YEAR))));
        steps.add(createView("v").as(select(year(field(name("a"), TIMESTAMP)))));
        steps.add(createView("v").as(select(function("f", INTEGER, field("a"), inline(1)))));
        steps.add(createView("v").as(select(function(name("s", "f"), INTEGER))));
        steps.add(createView("v").as(select(function("f", Integer.class, field(name("a"))))));
        steps.add(createView("v").as(select(array(inline(1), inline(2)))));
        steps.add(createView("v").as(select(currentUser())));
        steps.add(createView("v").as(select(rand())));
        steps.add(createView("v").as(select(uuid())));
        steps.add(createView("v").as(select(nullif(field(name("a"), VARCHAR), ""))));
        steps.add(createView("v").as(select(trunc(field(name("a"), NUMERIC)))));
        steps.add(createView("v").as(select(jsonbObject(key("a").value(1)))));
        steps.add(createView("v").as(select(rowNumber().over(orderBy(field("a"))))));
        steps.add(createView("v").as(select(sequence("s").nextval())));
        steps.add(createView("v").as(select(sequence(name("x", "s")).nextval())));
        steps.add(createView("v").as(select(inline(1L))));
        steps.add(createView("v").as(select(inline((Object) null))));
        steps.add(createView("v").as(select(inline(true))));
        steps.add(createView("v").as(select(inline('c'))));
        steps.add(createView("v").as(select(inline("x", VARCHAR))));
        steps.add(createView("v").as(select(val("1", INTEGER))));
        steps.add(createView("v").as(select(inline("1", INTEGER))));
        steps.add(createView("v").as(select(inline(5, BIGINT))));
        steps.add(createView("v").as(select(val(new java.math.BigDecimal("1.50")))));
        steps.add(createView("v").as(select(inline(1.5f))));
        steps.add(createView("v").as(select(param("p", 1))));
        steps.add(createView("v").as(select(param("p", INTEGER))));
        steps.add(createView("v").as(select(defaultValue())));
        steps.add(createView("v").as(select(default_(VARCHAR))));
        steps.add(createView("v").as(select(currentSchema())));
        steps.add(createView("v").as(select(currentCatalog())));
        steps.add(createView("v").as(select(localDateTime("2020-01-02T03:04:05"))));
        steps.add(createView("v").as(select(date("2020-01-02"))));
        steps.add(createView("v").as(select(timestamp("2020-01-02 03:04:05"))));
        steps.add(createView("v").as(select(field(name("a")).plus(1))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).plus(1).plus(2))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).plus(1).mul(2))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).mul(2).plus(1))));
        steps.add(createView("v").as(select(field(name("a"), TIMESTAMP).plus(1))));
        steps.add(createView("v").as(select(field(name("a")).concat("x"))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).concat("x"))));
        steps.add(createView("v").as(select(DSL.not(field(name("a"), BOOLEAN)))));
        steps.add(createView("v").as(select(length("a"))));
        steps.add(createView("v").as(select(lower("A"))));
        steps.add(createView("v").as(select(upper("a"))));
        steps.add(createView("v").as(select(trim("x"))));
        steps.add(createView("v").as(select(ltrim(field("a", String.class)))));
        steps.add(createView("v").as(select(rtrim(field("a", String.class)))));
        steps.add(createView("v").as(select(count())));
        steps.add(createView("v").as(select(count(field("a")))));
        steps.add(createView("v").as(select(countDistinct(field("a")))));
        steps.add(createView("v").as(select(sum(field("a", Integer.class)))));
        steps.add(createView("v").as(select(field("a").as("b"))));
        steps.add(createView("v").as(select(field("jsonb_path_ops"))));
        steps.add(createView("v").as(select(field("{0} gin_trgm_ops", field(name("a"))))));
        steps.add(createView("v").as(select(field("{0}::text", Object.class, field(name("a"))))));
        steps.add(createView("v").as(select(field("x ->> {0}", VARCHAR, inline("k")))));
        steps.add(createView("v").as(select(field(condition("a > 1")))));
        steps.add(createView("v").as(select(field(select(inline(1))))));
        steps.add(createView("v").as(select(now().cast(DATE))));
        steps.add(createView("v").as(select(now().minus(1))));
        steps.add(createView("v").as(select(currentOffsetDateTime().cast(TIMESTAMP))));
        steps.add(createView("v").as(select(currentTimestamp().plus(1))));
        steps.add(createView("v").as(select(localDateAdd(currentLocalDate(), 1))));
        steps.add(createView("v").as(select(field("now()"))));
        steps.add(createView("v").as(select(function("now", TIMESTAMP))));
        steps.add(createView("v").as(select(inline("x").as("y"))));
        steps.add(createView("v").as(select(inline(new String[] {"a", "b"}))));
        steps.add(createView("v").as(select(val(java.util.UUID.fromString("00000000-0000-0000-0000-000000000001")))));
        steps.add(createView("v").as(select(inline(Mood.happy))));
        steps.add(createView("v").as(select(val(Mood.happy))));
        steps.add(createView("v").as(select(inline(java.time.LocalDate.of(2020, 1, 2)))));
        steps.add(createView("v").as(select(inline(java.time.LocalTime.of(3, 4, 5)))));
        steps.add(createView("v").as(select(inline(java.time.Instant.parse("2020-01-02T03:04:05Z")))));
        steps.add(createView("v").as(select(inline(java.sql.Timestamp.valueOf("2020-01-02 03:04:05.5")))));
        steps.add(createView("v").as(select(inline(new java.math.BigDecimal("1E+3")))));
        steps.add(createView("v").as(select(inline(Long.MAX_VALUE))));
        steps.add(createView("v").as(select(inline("a\\b"))));
        steps.add(createView("v").as(select(inline("a\nb"))));
        steps.add(createView("v").as(select(inline((short) 1))));
    }

    private static void expressions1(RiskySteps steps) {
        steps.add(createView("v").as(select(inline((byte) 1))));
        steps.add(createView("v").as(select(inline(1.0))));
        steps.add(createView("v").as(select(inline(100.0))));
        steps.add(createView("v").as(select(inline(0.001))));
        steps.add(createView("v").as(select(inline(1e20))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).mul(2).mul(3))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).minus(2).minus(3))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).plus(2).minus(3))));
        steps.add(createView("v")
                .as(select(
                        field(name("a"), INTEGER).plus(field(name("b"), INTEGER).plus(1)))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).div(2).div(3))));
        steps.add(createView("v")
                .as(select(
                        field(name("a"), INTEGER).mul(field(name("b"), INTEGER).mul(2)))));
        steps.add(createView("v").as(select(field(name("a"), INTEGER).mod(2).mod(3))));
        steps.add(
                createView("v").as(select(field(name("a"), VARCHAR).concat("x").concat("y"))));
        steps.add(createView("v").as(select(concat(field(name("a"), INTEGER), inline("x")))));
        steps.add(createView("v").as(select(concat(field(name("a")), inline("x")))));
        steps.add(createView("v").as(select(coalesce(field(name("a"), VARCHAR), "x", "y"))));
        steps.add(createView("v").as(select(max(field(name("t", "a"))))));
        steps.add(createView("v").as(select(function("f", VARCHAR))));
        steps.add(createView("v").as(select(function("f", VARCHAR, inline("x"), field(name("t", "a"))))));
        steps.add(createView("v")
                .as(select(when(field("a").eq(1), inline(1))
                        .when(field("a").eq(2), inline(2))
                        .else_(inline(3)))));
        steps.add(createView("v")
                .as(select(case_(field("a", Integer.class)).when(1, "x").else_("y"))));
    }

    private static void queries0(RiskySteps steps) {
        steps.add(createView("v").as(select(field("a"))));
        steps.add(createView("v").as(select(field(name("a")), field(name("t", "b")))));
        steps.add(createView("v").as(select(field(name("a")).as("x")).from(table(name("t")))));
        steps.add(createView("v").as(select(asterisk()).from(table("t"))));
        steps.add(createView("v").as(select().from(table(name("t")))));
        steps.add(createView("v").as(selectFrom(table(name("t")))));
        steps.add(createView("v").as(selectFrom(Poll.POLL)));
        steps.add(createView("v").as(select(Poll.POLL.ID).from(Poll.POLL).where(Poll.POLL.TITLE.eq("x"))));
        steps.add(createView("v").as(select(Poll.POLL.asterisk()).from(Poll.POLL)));
        steps.add(createView("v").as(selectDistinct(field("a")).from("t")));
        steps.add(createView("v").as(selectCount().from("t")));
        steps.add(createView("v").as(selectOne().from("t")));
        steps.add(createView("v")
                .as(select(count())
                        .from("t")
                        .groupBy(field("a"))
                        .having(count().gt(1))
                        .orderBy(field("a").desc())
                        .limit(5)));
        steps.add(createView("v")
                .as(select(count().as("n"), field("a"))
                        .from("t")
                        .where(field("a").eq(1))
                        .and(field("b").isNull())
                        .or(field("c").eq("x"))));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from(table(name("t")).as("x"))
                        .join(table(name("u")).as("y"))
                        .on(field(name("x", "id")).eq(field(name("y", "id"))))));
        steps.add(createView("v")
                .as(select(field("a")).from(table("t")).leftJoin(table("u")).on("t.id = u.id")));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from(table("t"))
                        .leftOuterJoin(table("u"))
                        .using(field("id"))));
        steps.add(createView("v").as(select(field("a")).from(table("t")).crossJoin(table("u"))));
        steps.add(createView("v").as(select(field("a")).from("t").where("a > 1")));
        steps.add(createView("v").as(select(field("a")).from("t").where(condition("a > ?", 1))));
        steps.add(createView("v")
                .as(select(
                                max(field("a")),
                                min(field("a")),
                                sum(field("a", Integer.class)),
                                avg(field("a", Integer.class)))
                        .from("t")));
        steps.add(createView("v")
                .as(select(field("a")).from(select(field("b")).from("u").asTable("z"))));
        steps.add(createView("v")
                .as(select(field("a")).from("t").union(select(field("b")).from("u"))));
        steps.add(createView("v")
                .as(select(field("a")).from("t").unionAll(select(field("b")).from("u"))));
        steps.add(createView("v")
                .as(select(inline(1).as("one"), val("x"), inline("y").as(name("z")))));
        steps.add(createView("v").as(select(coalesce(field("a"), inline(0))).from("t")));
        steps.add(createView("v")
                .as(select(concat(field("a", String.class), inline("-"))).from("t")));
        steps.add(createView("v")
                .as(select(when(field("a").eq(1), "x").otherwise("y").as("k")).from("t")));
        steps.add(createView("v")
                .as(select(DSL.case_().when(field("a").eq(1), inline("x")).else_(inline("y")))
                        .from("t")));
        steps.add(createView("v")
                .as(select(field("a")).from("t").whereExists(selectOne().from("u"))));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from("t")
                        .where(exists(selectOne().from("u").where("u.x = t.x")))));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from("t")
                        .where(field("a").in(select(field("b")).from("u")))));
        steps.add(createView("v").as(select(field("a")).from("t").limit(10).offset(5)));
        steps.add(createView("v")
                .as(with("x")
                        .as(select(field("a")).from("t"))
                        .select(field("a"))
                        .from("x")));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from("t")
                        .where(field("a").eq(1))
                        .or(field("b").eq(2))
                        .and(field("c").eq(3))));
        steps.add(createView("v")
                .as(select(field("a")).from("t").join("u").on("x = y").where("z")));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from("t")
                        .join(table("u"))
                        .on(field("x").eq(field("y")))
                        .and(field("z").eq(1))
                        .where(field("q").eq(1))));
        steps.add(createView("v").as(select(field("a")).from("t", "u")));
        steps.add(createView("v").as(select(field("a")).from(table("t"), table("u"))));
        steps.add(createView("v")
                .as(select(field("a")).from("t").orderBy(field("a"), field("b").desc())));
        steps.add(createView("v").as(select(field("a")).from("t").groupBy(field("a"), field("b"))));
        steps.add(createView("v")
                .as(select(field("a")).from("t").except(select(field("b")).from("u"))));
        steps.add(createView("v")
                .as(select(field("a"))
                        .from("t")
                        .rightJoin("u")
                        .on("x")
                        .fullJoin("v")
                        .on("y")));
        steps.add(createView("v").as(select(field("a")).from("t").innerJoin("u").on("x")));
        steps.add(createView("v").as(select(List.of(field("a"), field("b"))).from("t")));
        steps.add(createView("v").as(select(table(name("x")).asterisk()).from("t")));
        steps.add(createView("v").as(select(field("x.*")).from("t x")));
        steps.add(createView("v").as(select(countDistinct(field("a")).as("n")).from("t")));
        steps.add(createView("v").as(select(field(name("a")).as(name("b"))).from(name("t"))));
        steps.add(createView("v").as(select(field("a")).from(table(name("t")).as(name("x")))));
        steps.add(createView("v").as(select(field("a")).from(table("t").as("x"))));
        steps.add(createView("v")
                .as(selectDistinct(field("a"), field("b")).from("t").where("x")));
        steps.add(createView("v").as(selectFrom("t")));
        steps.add(createView("v").as(selectFrom(name("t"))));
        steps.add(createView("v").as(selectFrom(table("t")).where("x")));
        steps.add(createView("v").as(select(field("a")).from("t").limit(5)));
        steps.add(createView("v").as(select(field("a")).where(field("a").eq(1))));
        steps.add(createView("v").as(select(inline(null, VARCHAR).as("x"))));
    }
}
