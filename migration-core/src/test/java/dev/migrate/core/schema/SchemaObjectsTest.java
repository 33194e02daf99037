package dev.migrate.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the fold knows of views, types, sequences and triggers, and which names are one. */
class SchemaObjectsTest {
    private static Schema after(String sql) {
        return after(Schema.empty(), sql);
    }

    private static Schema after(Schema schema, String sql) {
        return schema.apply(SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList());
    }

    private static Effect effect(Schema before, String sql) {
        return Effects.of(SqlReader.read(sql).get(0).operations().get(0).operation(), before, 18);
    }

    private static List<String> names(List<SchemaObject> objects) {
        return objects.stream().map(object -> object.name().toString()).toList();
    }

    @Test
    void aTableInPublicIsTheTableWithoutASchema() {
        Schema schema = after("SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.t (a int);"
                + "ALTER TABLE t ADD b int; CREATE INDEX i ON public.t (b); CREATE TABLE app.t (c int)");

        assertThat(schema.table(ObjectName.of("t"))).isEqualTo(schema.table(ObjectName.of("public", "t")));
        assertThat(schema.table(ObjectName.of("t")).orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("a", "b");
        assertThat(schema.tableOfIndex(ObjectName.of("i"))).isPresent();
        assertThat(schema.tables()).hasSize(2);
    }

    @Test
    void anotherDefaultSchemaMakesPublicOneLikeOthers() {
        Schema schema = after(Schema.empty("app"), "CREATE TABLE app.t (a int); CREATE TABLE public.t (b int)");

        assertThat(schema.table(ObjectName.of("t")).orElseThrow().column("a")).isPresent();
        assertThat(schema.table(ObjectName.of("public", "t")).orElseThrow().column("b"))
                .isPresent();
    }

    @Test
    void theSearchPathIsFollowedAndHelpsLaterMigrationsToFindWhatNothingElseIs() {
        Schema schema = after("CREATE TABLE old (a int); SET search_path = app, public; CREATE TABLE t (a int);"
                + "ALTER TABLE old ADD b int");

        assertThat(schema.table(ObjectName.of("app", "t"))).isPresent();
        assertThat(schema.table(ObjectName.of("public", "old")).orElseThrow().columns())
                .hasSize(2);
        assertThat(schema.withDefaultPath().table(ObjectName.of("t")))
                .contains(schema.table(ObjectName.of("app", "t")).orElseThrow());
        assertThat(schema.withDefaultPath()
                        .table(ObjectName.of("old"))
                        .orElseThrow()
                        .name())
                .isEqualTo(ObjectName.of("old"));
    }

    @Test
    void viewsAreKnownByWhatTheyRead() {
        Schema schema = after("CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;"
                + "CREATE VIEW w AS SELECT * FROM public.v; CREATE MATERIALIZED VIEW m AS SELECT b FROM t");

        assertThat(names(schema.viewsOf(ObjectName.of("t")))).containsExactly("v", "m", "w");
        assertThat(names(schema.viewsOf(ObjectName.of("t"), "b"))).containsExactly("m");
        assertThat(names(after(schema, "ALTER TABLE t RENAME TO u").viewsOf(ObjectName.of("u"))))
                .containsExactlyInAnyOrder("v", "m", "w");
        assertThat(after(schema, "DROP VIEW v CASCADE").relation(ObjectName.of("w")))
                .isEmpty();
        assertThat(effect(schema, "ALTER TABLE t DROP COLUMN b CASCADE").lockOn(ObjectName.of("m")))
                .isEqualTo(LockMode.ACCESS_EXCLUSIVE);
    }

    @Test
    void enumsKeepTheOrderOfTheirLabels() {
        Schema schema = after("CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TYPE mood ADD VALUE 'bad' BEFORE 'ok';"
                + "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad'; ALTER TYPE public.mood RENAME VALUE 'ok' TO 'fine';"
                + "CREATE TABLE t (id int, m mood[], n public.mood)");

        assertThat(schema.type(DataType.of("mood"))).contains(new TypeForm.Enumeration(List.of("sad", "bad", "fine")));
        assertThat(schema.columnsOfType(ObjectName.of("mood"))).hasSize(2);
        assertThat(after(schema, "DROP TYPE mood CASCADE")
                        .table(ObjectName.of("t"))
                        .orElseThrow()
                        .columns())
                .extracting(Column::name)
                .containsExactly("id");
    }

    @Test
    void aRuleOfADomainReadsEveryTableThatUsesIt() {
        Schema schema =
                after("CREATE DOMAIN d AS int; CREATE TABLE t (a d); CREATE TABLE u (b d); CREATE TABLE w (c int)");

        Effect added = effect(schema, "ALTER DOMAIN d ADD CHECK (VALUE > 0)");
        assertThat(added.heldUp()).containsExactlyInAnyOrder(ObjectName.of("t"), ObjectName.of("u"));
        assertThat(added.certainty()).isEqualTo(Effect.Certainty.WILL);
        assertThat(effect(schema, "ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID")
                        .locks())
                .isEmpty();
        assertThat(effect(schema, "ALTER TABLE w ADD x d").rewrites()).isFalse();
        assertThat(effect(after(schema, "ALTER DOMAIN d SET NOT NULL"), "ALTER TABLE w ADD x d")
                        .rewrites())
                .isTrue();
    }

    @Test
    void serialAndIdentityColumnsOwnSequences() {
        Schema schema = after("CREATE SEQUENCE t_id_seq; CREATE TABLE t (id serial);"
                + "ALTER TABLE t ADD n bigint GENERATED ALWAYS AS IDENTITY");

        assertThat(names(schema.objectsOn(ObjectName.of("t")))).containsExactly("t_id_seq1", "t_n_seq");
        assertThat(names(after(schema, "ALTER TABLE t DROP n").objectsOn(ObjectName.of("t"))))
                .containsExactly("t_id_seq1");
        assertThat(after(schema, "DROP TABLE t").relation(ObjectName.of("t_n_seq")))
                .isEmpty();
    }

    @Test
    void triggersGoWithTheirTable() {
        Schema schema =
                after("CREATE TABLE t (a int); CREATE TRIGGER g BEFORE INSERT ON public.t EXECUTE FUNCTION f()");

        assertThat(names(schema.objectsOn(ObjectName.of("t")))).containsExactly("g");
        assertThat(names(schema.using(ObjectName.of("f")))).containsExactly("g");
        assertThat(after(schema, "DROP TRIGGER g ON t").objectsOn(ObjectName.of("t")))
                .isEmpty();
        assertThat(after(schema, "DROP TABLE t").using(ObjectName.of("f"))).isEmpty();
    }

    @Test
    void aSchemaTakesItsTablesAlong() {
        Schema schema = after("CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int)");

        assertThat(after(schema, "DROP SCHEMA app CASCADE").tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("t"));
        assertThat(after(schema, "ALTER SCHEMA app RENAME TO old").table(ObjectName.of("old", "t")))
                .isPresent();
    }
}
