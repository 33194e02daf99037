package dev.migrate.core.source.agree;

import static org.jooq.impl.DSL.alterIndex;
import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.DSL.alterTableIfExists;
import static org.jooq.impl.DSL.check;
import static org.jooq.impl.DSL.commentOnColumn;
import static org.jooq.impl.DSL.commentOnTable;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.createIndex;
import static org.jooq.impl.DSL.createIndexIfNotExists;
import static org.jooq.impl.DSL.createTable;
import static org.jooq.impl.DSL.createTableIfNotExists;
import static org.jooq.impl.DSL.createTemporaryTable;
import static org.jooq.impl.DSL.createUniqueIndex;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.dropIndex;
import static org.jooq.impl.DSL.dropIndexIfExists;
import static org.jooq.impl.DSL.dropTable;
import static org.jooq.impl.DSL.dropTableIfExists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.foreignKey;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.truncate;
import static org.jooq.impl.DSL.unique;
import static org.jooq.impl.DSL.unquotedName;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CHAR;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.REAL;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static org.jooq.impl.SQLDataType.TIME;
import static org.jooq.impl.SQLDataType.TIMESTAMP;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Risky;
import dev.migrate.api.RiskyMigration;
import dev.migrate.api.RiskySteps;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DDLQuery;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Every form of jOOQ's DDL that the source reader follows, each of them a step. */
@Risky({})
public final class V0001_Chains implements RiskyMigration {
    private static final String TABLE = "polls" + "_poll";
    private static final String[] NAMES = {"first", "second"};
    private static final DataType<String> TITLE = VARCHAR(200).notNull();

    @Override
    public void up(RiskySteps steps) {
        // Columns and their types.
        steps.add(alterTable("t").addColumn("c", INTEGER));
        steps.add(alterTable("t").addColumn("c", VARCHAR.length(5).notNull().defaultValue("it's")));
        steps.add(alterTable("t").addColumn("c", VARCHAR(5).nullable(true)));
        steps.add(alterTable("t").addColumn("c", VARCHAR(5).null_()));
        steps.add(alterTable("t").add("c", BIGINT.identity(true)));
        steps.add(alterTable("t").add(name("c"), NUMERIC(10, 2).default_(new BigDecimal("1.50"))));
        steps.add(alterTable("t").addColumn("c", NUMERIC.precision(10).notNull()));
        steps.add(alterTable("t").addColumn("c", NUMERIC.precision(10, 2)));
        steps.add(alterTable("t").addColumn("c", DOUBLE.defaultValue(1.5)));
        steps.add(alterTable("t").addColumn("c", DOUBLE.defaultValue(-120.0)));
        steps.add(alterTable("t").addColumn("c", REAL.defaultValue(0.25f)));
        steps.add(alterTable("t").addColumn("c", BOOLEAN.notNull().defaultValue(false)));
        steps.add(alterTable("t").addColumn("c", BIGINT.notNull().defaultValue(-1L)));
        steps.add(alterTable("t").addColumn("c", SMALLINT.defaultValue((short) 3)));
        steps.add(alterTable("t").addColumn("c", TIMESTAMPWITHTIMEZONE(3).defaultValue(currentOffsetDateTime())));
        steps.add(alterTable("t").addColumn("c", TIMESTAMP.precision(6).defaultValue(currentTimestamp())));
        steps.add(alterTable("t").addColumn("c", TIME(3)));
        steps.add(alterTable("t").addColumn("c", CHAR(3)));
        steps.add(alterTable("t").addColumn("c", CLOB));
        steps.add(alterTable("t").addColumn("c", LOCALDATE));
        steps.add(alterTable("t").addColumn("c", UUID.defaultValue(DSL.uuid())));
        steps.add(alterTable("t").addColumn("c", JSONB.defaultValue(org.jooq.JSONB.jsonb("{}"))));
        steps.add(alterTable("t").addColumn("c", INTEGER.array()));
        steps.add(alterTable("t").addColumn("c", VARCHAR(5).array().notNull()));
        steps.add(alterTable("t").addColumn("c", VARCHAR.defaultValue(inline("x"))));
        steps.add(alterTable("t").addColumn("c", VARCHAR.defaultValue((String) null)));
        steps.add(alterTable("t").addColumn("c", VARCHAR.defaultValue(field("upper('x')", String.class))));
        steps.add(alterTable("t").addColumn("c", TITLE));
        steps.add(alterTable("t").addColumn("c", SQLDataType.OFFSETDATETIME));
        // Names.
        steps.add(alterTable(TABLE).addColumn("c", INTEGER));
        steps.add(alterTable("app.polls").addColumn("c", INTEGER));
        steps.add(alterTable("Polls").addColumn("Camel", INTEGER));
        steps.add(alterTable(name("app", "t")).add(name("c"), INTEGER));
        steps.add(alterTable(table("t")).add(field("c", INTEGER)));
        steps.add(alterTable(table(name("t"))).add(field(name("t", "c"), INTEGER.notNull())));
        steps.add(alterTable(unquotedName("t")).addColumn(unquotedName("Cx"), INTEGER));
        steps.add(alterTable(quotedName("t\"q")).addColumn("c", INTEGER));
        // Other actions on columns.
        steps.add(alterTable("t")
                .add(
                        field(name("c"), INTEGER),
                        field(name("d"), TITLE),
                        constraint("u").unique("c")));
        steps.add(alterTable("t").addColumnIfNotExists("c", INTEGER));
        steps.add(alterTable("t").addIfNotExists("c", INTEGER));
        steps.add(alterTableIfExists("t").addColumn("c", INTEGER));
        steps.add(alterTable("t").dropColumn("c"));
        steps.add(alterTable("t").dropColumn("c").cascade());
        steps.add(alterTable("t").dropColumn("c").restrict());
        steps.add(alterTable("t").dropColumnIfExists("c"));
        steps.add(alterTable("t").dropColumns("c", "d"));
        steps.add(alterTable("t").drop("c", "d"));
        steps.add(alterTable("t").drop(field(name("t", "c"))));
        steps.add(alterTable("t").dropIfExists("c"));
        steps.add(alterTable("t").renameColumn("c").to("d"));
        steps.add(alterTable("t").renameColumn(field(name("c"))).to(field(name("d"))));
        steps.add(alterTable(name("app", "t")).renameTo(name("app", "u")));
        steps.add(alterTable("t").renameTo("u"));
        steps.add(alterTable("t").alterColumn("c").set(BIGINT));
        steps.add(alterTable("t").alterColumn("c").set(BIGINT.notNull()));
        steps.add(alterTable("t").alterColumn("c").set(VARCHAR(50).null_()));
        steps.add(alterTable("t").alterColumn("c").set(VARCHAR(50).defaultValue("x")));
        steps.add(alterTable("t").alter("c").setNotNull());
        steps.add(alterTable("t").alter(name("c")).dropNotNull());
        steps.add(alterTable("t").alterColumn("c").setDefault(1));
        steps.add(alterTable("t").alterColumn("c").defaultValue("x"));
        steps.add(alterTable("t").alterColumn("c").default_(field("now()")));
        steps.add(alterTable("t").alterColumn("c").setDefault((Object) null));
        steps.add(alterTable("t").alterColumn("c").dropDefault());
        // Constraints.
        steps.add(alterTable("t").add(constraint("k").check(field(name("c")).gt(val(0)))));
        steps.add(alterTable("t")
                .add(constraint("k")
                        .check(field(name("c"), INTEGER).gt(0).and(field("d").isNotNull()))));
        steps.add(alterTable("t").add(constraint("k").check(condition("c > 0"))));
        steps.add(alterTable("t").add(constraint("k").check(condition("c > 0").and(condition("d > 0")))));
        steps.add(alterTable("t")
                .add(constraint("k")
                        .check(field(name("c"))
                                .isNull()
                                .or(field(name("d"))
                                        .eq("x")
                                        .and(field(name("e")).ne(inline(2)))))));
        steps.add(alterTable("t")
                .add(constraint("k")
                        .check(field(name("a"))
                                .isNull()
                                .and(field(name("b")).isNull())
                                .and(field(name("c")).isNull())
                                .or(field(name("d")).isNull()))));
        steps.add(alterTable("t").add(constraint("k").check(field(name("c")).in(1, 2, 3))));
        steps.add(alterTable("t").add(constraint("k").check(field(name("c")).notIn("a", "b"))));
        steps.add(alterTable("t")
                .add(constraint("k").check(field(name("c"), INTEGER).between(1, 5))));
        steps.add(alterTable("t")
                .add(constraint("k").check(field(name("c"), INTEGER).between(1).and(5))));
        steps.add(alterTable("t").add(constraint("k").check(not(field(name("c")).isNull()))));
        steps.add(alterTable("t").add(constraint("k").check(field(name("c")).like("a%"))));
        steps.add(alterTable("t")
                .add(constraint("k").check(field(name("c"), VARCHAR).notLike("a%"))));
        steps.add(alterTable("t")
                .add(constraint("k").check(length(field(name("c"), VARCHAR)).gt(3))));
        steps.add(alterTable("t")
                .add(constraint("k").check(trim(field(name("c"), VARCHAR)).ne(""))));
        steps.add(alterTable("t")
                .add(constraint("k").check(field("c", Integer.class).le(field("d", Integer.class)))));
        steps.add(alterTable("t")
                .add(constraint("k").check(field(name("c"), INTEGER).plus(1).lt(9))));
        steps.add(alterTable("t").add(constraint("k").check(condition("true")).notEnforced()));
        steps.add(alterTable("t").add(constraint("k").primaryKey("a", "b")));
        steps.add(alterTable("t").add(primaryKey("a")));
        steps.add(alterTable("t").add(unique(name("a"), name("b"))));
        steps.add(alterTable("t").add(check(field(name("a")).isNotNull())));
        steps.add(alterTable("t").add(constraint("k").unique(field(name("t", "a")))));
        steps.add(alterTable("t").add(constraint("k").foreignKey("a").references("o", "id")));
        steps.add(alterTable("t").add(constraint("k").foreignKey("a").references("o")));
        steps.add(alterTable("t")
                .add(constraint("k")
                        .foreignKey("a")
                        .references(name("app", "o"), name("id"))
                        .onDeleteCascade()));
        steps.add(alterTable("t")
                .add(foreignKey("a", "b").references("o", "x", "y").onUpdateSetNull()));
        steps.add(alterTable("t").dropConstraint("k"));
        steps.add(alterTable("t").drop(constraint("k")));
        steps.add(alterTable("t").dropConstraintIfExists("k").cascade());
        steps.add(alterTable("t").dropPrimaryKey("k"));
        steps.add(alterTable("t").dropUnique("k"));
        steps.add(alterTable("t").dropForeignKey("k"));
        steps.add(alterTable("t").renameConstraint("k").to("l"));
        steps.add(alterTable("t").renameIndex("k").to("l"));
        steps.add(alterTable("t").comment("hi"));
        // Tables.
        steps.add(createTable("t")
                .column("a", INTEGER)
                .column(field(name("b"), VARCHAR(5)))
                .column(name("c"), BOOLEAN.notNull()));
        steps.add(createTable("t")
                .columns(field(name("a"), INTEGER), field(name("b"), VARCHAR(5)))
                .primaryKey("a"));
        steps.add(createTable("t")
                .constraints(primaryKey("a"), unique("a"))
                .column("a", INTEGER)
                .check(field(name("a")).gt(0))
                .unique("a")
                .constraint(constraint("f").foreignKey("a").references("o")));
        steps.add(createTable("t").tableElements(field(name("a"), INTEGER), primaryKey("a")));
        steps.add(createTableIfNotExists(table(name("app", "t"))).column("a", BIGINT.identity(true)));
        steps.add(createTemporaryTable("t").column("a", INTEGER).onCommitDrop());
        steps.add(createTable("t").column("a", INTEGER).comment("it's"));
        steps.add(createTable("t").column("a", INTEGER).storage("with (fillfactor=70)"));
        steps.add(createTable("t")
                .column("a", INTEGER)
                .column("b", INTEGER.generatedAlwaysAs(field("1", Integer.class))));
        steps.add(dropTable("t"));
        steps.add(dropTableIfExists(name("app", "t")).cascade());
        steps.add(dropTable(table("t")).restrict());
        steps.add(truncate("t"));
        steps.add(truncate(name("t")).restartIdentity().cascade());
        steps.add(commentOnTable("t").is("it's"));
        steps.add(commentOnColumn(name("t", "c")).is("x"));
        // Indexes.
        steps.add(createIndex("i").on("t", "a", "b"));
        steps.add(createIndex().on("t", "a"));
        steps.add(createUniqueIndex("i").on(name("app", "t"), name("a")));
        steps.add(createIndexIfNotExists("i")
                .on(table(name("t")), field("lower(a)"), field(name("b")).desc()));
        steps.add(createIndex("i").on(table(name("t")), lower(field(name("a"), VARCHAR))));
        steps.add(createIndex("i")
                .on("t", "a")
                .include("b", "c")
                .where(field(name("a")).isNotNull()));
        steps.add(createIndex("i").on("t", "a").where("a > 0"));
        steps.add(createIndex("i").on("t", "a").where(condition("a > 0")));
        steps.add(createIndex("i").on("t", "a", "b").excludeNullKeys());
        steps.add(createIndex("i").on("t", "a").excludeNullKeys());
        steps.add(dropIndex("i"));
        steps.add(dropIndexIfExists(name("app", "i")).cascade());
        steps.add(dropIndex("i").on("t"));
        steps.add(alterIndex(name("app", "i")).renameTo("j"));
        // Java around them.
        for (String column : List.of("x", "y")) {
            for (String prefix : NAMES) {
                steps.add(alterTable("t").addColumn(prefix + "_" + column, INTEGER));
            }
        }
        var later = createTable(String.format("%s_%d", TABLE, 2)).column("a", INTEGER);
        steps.add(later);
        flag(steps, "%s_flag".formatted("new"));
        steps.add(twice("c", "d"));
        List.of("p", "q").forEach(column -> steps.add(alterTable("t").dropColumn(column)));
    }

    private static void flag(RiskySteps steps, String column) {
        String name = column.toUpperCase(java.util.Locale.ROOT);
        steps.add(alterTable(TABLE).addColumn(name, BOOLEAN.notNull().defaultValue(true)));
    }

    private DDLQuery twice(String... columns) {
        return alterTable("t").dropColumns(columns);
    }
}
