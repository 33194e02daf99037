package dev.migrate.core.source.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Chains of jOOQ's DSL without their {@code execute}. In the templates {@code @} is the receiver, {@code ~} what stands
 * before a method of {@code DSL}, {@code ^} before a type, {@code $T} a table, {@code $C} a column, {@code $X} a type.
 */
final class Chains {
    private static final List<String> TEMPLATES = List.of(
            "@.createTable(\"$T\").column(\"id\", ^BIGINT.identity(true)).column(\"$C\", $X)"
                    + ".constraints(~primaryKey(\"id\"), ~constraint(\"$T_$C_key\").unique(\"$C\"))",
            "@.createTable(~name(\"app\", \"$T\")).columns(~field(\"id\", ^INTEGER), ~field(\"$C\", $X))",
            "@.createTableIfNotExists(\"$T\").column(~field(~name(\"id\"), ^UUID.nullable(false))).primaryKey(\"id\")",
            "@.createTable(\"$T\").column(\"id\", ^BIGINT).constraint(~foreignKey(\"id\").references(\"$U\", \"id\"))",
            "@.createTable(\"$T\").as(~select(~field(\"$C\"), ~field(\"$D\")).from(~table(\"$U\")))",
            "@.alterTable(\"$T\").addColumn(\"$C\", $X)",
            "@.alterTable(~table(\"$T\")).addColumn(~field(~name(\"$C\"), $X))",
            "@.alterTable(~table(~name(\"app\", \"$T\"))).addColumnIfNotExists(\"$C\", $X.nullable(false))",
            "@.alterTable(\"$T\").addColumn(\"$C\", ^INTEGER.notNull().defaultValue(7))",
            "@.alterTable(\"$T\").addColumn(\"$C\", ^VARCHAR(40).notNull().defaultValue(~inline(\"new\")))",
            "@.alterTable(\"$T\").addColumn(\"$C\", ^TIMESTAMP.defaultValue(~currentTimestamp()))",
            "@.alterTable(\"$T\").add(~field(\"$C\", $X), ~field(\"$D\", $Y))",
            "@.alterTableIfExists(\"$T\").dropColumn(\"$C\")",
            "@.alterTable(\"$T\").dropColumns(\"$C\", \"$D\")",
            "@.alterTable(\"$T\").dropColumnIfExists(~field(\"$C\")).cascade()",
            "@.alterTable(\"$T\").renameColumn(\"$C\").to(\"$D\")",
            "@.alterTable(\"$T\").renameTo(\"$U\")",
            "@.alterTable(\"$T\").renameConstraint(\"$C\").to(\"$D\")",
            "@.alterTable(\"$T\").alterColumn(\"$C\").set($X)",
            "@.alterTable(\"$T\").alter(~field(\"$C\")).setNotNull()",
            "@.alterTable(\"$T\").alterColumn(~name(\"$C\")).dropNotNull()",
            "@.alterTable(\"$T\").alterColumn(\"$C\").setDefault(~inline(5))",
            "@.alterTable(\"$T\").alterColumn(\"$C\").dropDefault()",
            "@.alterTable(\"$T\").add(~constraint(\"$T_$C_fk\").foreignKey(\"$C\").references(\"$U\", \"id\")"
                    + ".onDeleteCascade())",
            "@.alterTable(\"$T\").add(~constraint(\"$T_pk\").primaryKey(\"$C\", \"$D\"))",
            "@.alterTable(\"$T\").add(~constraint(\"$T_$C_ck\").check(~field(\"$C\", ^INTEGER).gt(~inline(0))))",
            "@.alterTable(\"$T\").add(~constraint(\"$T_$C_ck\").check(~field(~name(\"$C\"), ^VARCHAR)"
                    + ".in(~inline(\"a\"), ~inline(\"b\"))))",
            "@.alterTable(\"$T\").dropConstraint(\"$T_$C_ck\")",
            "@.alterTable(\"$T\").dropConstraintIfExists(~constraint(\"$T_$C_ck\")).cascade()",
            "@.createIndex(\"$T_$C_idx\").on(\"$T\", \"$C\")",
            "@.createUniqueIndex(\"$T_$C_idx\").on(~table(\"$T\"), ~field(\"$C\").desc(), ~field(\"$D\"))",
            "@.createIndexIfNotExists(~name(\"$T_$C_idx\")).on(~table(\"$T\"), ~field(\"$C\"))"
                    + ".where(~field(\"$D\").isNotNull())",
            "@.dropIndex(\"$T_$C_idx\")",
            "@.dropIndexIfExists(\"$T_$C_idx\").cascade()",
            "@.alterIndex(\"$T_$C_idx\").renameTo(\"$T_$D_idx\")",
            "@.createSequence(\"$T_seq\").startWith(100).incrementBy(10)",
            "@.createSequenceIfNotExists(~sequence(~name(\"$T_seq\")))",
            "@.alterSequence(\"$T_seq\").restartWith(5)",
            "@.dropSequenceIfExists(\"$T_seq\")",
            "@.createView(\"$T_v\").as(~select(~field(\"$C\")).from(\"$T\").where(~field(\"$D\").isNull()))",
            "@.createOrReplaceView(~table(\"$T_v\"), ~field(\"a\")).as(~select(~field(\"$C\")).from(~table(\"$T\")))",
            "@.dropViewIfExists(\"$T_v\")",
            "@.createType(\"$T_kind\").asEnum(\"low\", \"high\")",
            "@.alterType(\"$T_kind\").addValue(\"$C\")",
            "@.dropTypeIfExists(\"$T_kind\")",
            "@.commentOnTable(\"$T\").is(\"it's $T\")",
            "@.commentOnColumn(~name(\"$T\", \"$C\")).is(\"$C of $T\")",
            "@.truncate(\"$T\").cascade()",
            "@.dropTable(~table(\"$T\"))",
            "@.dropTableIfExists(\"$T\").cascade()",
            "@.createSchemaIfNotExists(\"$T_s\")",
            "@.dropSchema(~schema(~name(\"$T_s\"))).cascade()",
            "@.grant(~privilege(\"SELECT\"), ~privilege(\"INSERT\")).on(\"$T\").to(~user(\"reader\"))",
            "@.revoke(~privilege(\"DELETE\")).on(~table(\"$T\")).from(~user(\"reader\"))",
            "@.insertInto(~table(\"$T\"), ~field(\"$C\"), ~field(\"$D\")).values(1, \"x\")",
            "@.update(~table(\"$T\")).set(~field(\"$C\", ^INTEGER), 3).where(~field(\"$D\", ^VARCHAR).eq(\"y\"))",
            "@.deleteFrom(~table(\"$T\")).where(~field(\"$C\", ^INTEGER).lt(0))",
            "@.query(\"ALTER TABLE $T ADD COLUMN $C text\")",
            "@.query(\"DROP TABLE {0}\", ~name(\"$T\"))");

    private static final List<String> TYPES = List.of(
            "^INTEGER",
            "^BIGINT.notNull()",
            "^VARCHAR(64)",
            "^VARCHAR.length(20)",
            "^CLOB",
            "^BOOLEAN.nullable(false)",
            "^NUMERIC(12, 2)",
            "^DECIMAL.precision(10, 3)",
            "^TIMESTAMPWITHTIMEZONE",
            "^LOCALDATE",
            "^UUID",
            "^JSONB",
            "^BLOB",
            "^SMALLINT.null_()",
            "^DOUBLE",
            "^CHAR(2)");

    private final Random random;
    private final List<String> order = new ArrayList<>();
    private int made;

    Chains(Random random) {
        this.random = random;
    }

    /** A chain. */
    String next(String receiver, boolean statics) {
        if (order.isEmpty()) {
            order.addAll(TEMPLATES);
            java.util.Collections.shuffle(order, random);
        }
        return filled(order.remove(order.size() - 1), receiver, statics);
    }

    /** The template with names of its own. */
    String filled(String template, String receiver, boolean statics) {
        made++;
        String dsl = statics ? "" : "DSL.";
        String types = statics && random.nextBoolean() ? "" : "SQLDataType.";
        String clear = template.startsWith("@.") ? receiver + "." + template.substring(2) : template;
        return clear.replace("$X", type())
                .replace("$Y", type())
                .replace("$T", table())
                .replace("$U", table())
                .replace("$C", column())
                .replace("$D", column())
                .replace("$E", column())
                .replace("~", dsl)
                .replace("^", types);
    }

    String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    String table() {
        return List.of("poll", "vote", "users", "order_item", "invoice", "audit_log", "camelCase")
                        .get(random.nextInt(7))
                + made;
    }

    String column() {
        made++;
        return List.of("title", "created_at", "user_id", "state", "amount", "slug")
                        .get(random.nextInt(6))
                + made;
    }
}
