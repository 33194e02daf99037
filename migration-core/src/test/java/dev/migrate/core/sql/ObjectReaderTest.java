package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.operation.TypeOperation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are no tables: each statement's kind, objects and places. */
class ObjectReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE OR REPLACE VIEW «app.v» (a) WITH (security_barrier) AS SELECT 1 WITH CHECK OPTION",
                "CREATE MATERIALIZED VIEW IF NOT EXISTS «mv» AS TABLE t WITH NO DATA",
                "CREATE RECURSIVE VIEW «v» (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v",
                "ALTER VIEW IF EXISTS «v» ALTER COLUMN a SET DEFAULT 1; ALTER VIEW v RENAME COLUMN «a» TO b",
                "CREATE CONSTRAINT TRIGGER «g» AFTER UPDATE OF a, b ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()",
                "DROP TRIGGER IF EXISTS «g» ON t CASCADE; ALTER TRIGGER «g» ON t RENAME TO h",
                "CREATE RULE «r» AS ON INSERT TO t DO INSTEAD (DELETE FROM a; DELETE FROM b)",
                "CREATE POLICY «p» ON t AS RESTRICTIVE FOR ALL USING (true); ALTER POLICY «p» ON t USING (false)",
                "CREATE TYPE «mood» AS ENUM ('sad', 'it''s'); DROP TYPE «a», «b» CASCADE",
                "ALTER TYPE mood ADD VALUE IF NOT EXISTS «'ok'» BEFORE 'sad'; ALTER TYPE mood RENAME VALUE «'a'» TO 'b'",
                "ALTER TYPE pair ADD ATTRIBUTE «c» int, DROP ATTRIBUTE IF EXISTS «a», ALTER ATTRIBUTE «b» TYPE text CASCADE",
                "CREATE DOMAIN «posint» AS int DEFAULT 1 CONSTRAINT c CHECK (VALUE > 0); ALTER DOMAIN «posint» DROP DEFAULT",
                "CREATE SEQUENCE IF NOT EXISTS «s» INCREMENT 2 OWNED BY app.t.a; ALTER SEQUENCE «s» RESTART WITH 9",
                "CREATE FUNCTION «app.f»(a int, OUT b text) RETURNS text LANGUAGE sql AS $$ SELECT ';' $$",
                "CREATE FUNCTION «left»(text) RETURNS text BEGIN ATOMIC SELECT 1; SELECT 2; END; DROP FUNCTION «f», «g»(int)",
                "CREATE AGGREGATE «med»(float8 ORDER BY int) (SFUNC = f, STYPE = int); CREATE OPERATOR «app.===» (LEFTARG = int)",
                "CREATE OPERATOR CLASS «oc» DEFAULT FOR TYPE int USING btree AS STORAGE int; DROP OPERATOR «@@» (int, NONE)",
                "CREATE CAST («int4» AS app.mood) WITH INOUT AS IMPLICIT; DROP CAST IF EXISTS («varchar(9)» AS int)",
                "CREATE TEXT SEARCH CONFIGURATION «ts» (COPY = simple); CREATE COLLATION «c» FROM \"C\"",
                "CREATE EXTENSION IF NOT EXISTS «\"uuid-ossp\"» WITH SCHEMA x CASCADE; DROP SCHEMA IF EXISTS «a», «b» CASCADE",
                "CREATE STATISTICS «st» (ndistinct) ON a, b FROM t; CREATE PUBLICATION «p» FOR TABLE a, ONLY b WHERE (x > 1)",
                "CREATE SERVER «s» FOREIGN DATA WRAPPER w; CREATE USER MAPPING FOR CURRENT_USER SERVER «s»",
                "CREATE FOREIGN TABLE «ft» (a int NOT NULL, b numeric(9, 2)) SERVER s OPTIONS (x 'y')",
                "CREATE ROLE «app» LOGIN; ALTER USER «app» SET search_path = x; DROP OWNED BY «app» CASCADE",
                "REASSIGN OWNED BY «a», «b» TO c; ALTER DATABASE «d» SET timezone = 'UTC'; CREATE TABLESPACE «f» LOCATION '/x'",
                "GRANT SELECT (a, b), INSERT ON «t», «app.u» TO r; REVOKE ALL ON ALL TABLES IN SCHEMA «app» FROM PUBLIC",
                "GRANT «r1», «r2» TO u WITH ADMIN OPTION; REVOKE GRANT OPTION FOR EXECUTE ON FUNCTION «f»(int) FROM r",
                "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA «app» GRANT SELECT ON TABLES TO r",
                "COMMENT ON COLUMN app.t.«a» IS 'x'; COMMENT ON CONSTRAINT «c» ON DOMAIN d IS NULL; COMMENT ON TYPE «double"
                        + " precision» IS ''",
                "CREATE SCHEMA «s» AUTHORIZATION x CREATE TABLE «t» (a int) CREATE VIEW «v» AS SELECT a FROM t",
                "SELECT setval(«'app.s'», 9, true), now(); SELECT pg_catalog.«set_config»('search_path', '', false)",
                "«BEGIN»; «SAVEPOINT» a; «ROLLBACK» TO SAVEPOINT a; «COMMIT»; «LISTEN» x; «SET» CONSTRAINTS ALL DEFERRED",
                "«\\restrict abc'def»\n«SELECT» 1;\n«\\echo it's»\nDROP VIEW «v»;\n«\\.»",
                "COPY «t» (a) FROM stdin;\n1\tit's\n;\n\\.\n\n«SELECT» 1;"
            })
    void pointsAtTheObjectsAndReadsAll(String source) {
        Marked read = Marked.read(source);

        assertThat(read.places()).isEqualTo(read.marked());
        assertThat(read.operations()).noneMatch(DdlOperation.Opaque.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE VIEW v AS SELECT 1 | CREATE VIEW v",
                "CREATE OR REPLACE FUNCTION app.f(a int, b text DEFAULT 'x', OUT c int, VARIADIC d int[]) AS '' LANGUAGE sql"
                        + " | REPLACE FUNCTION app.f(integer, text, VARIADIC integer[])",
                "CREATE FUNCTION f(a OUT int, INOUT text, double precision) AS '' | CREATE FUNCTION f(text, double"
                        + " precision)",
                "DROP PROCEDURE p(IN a int) | DROP PROCEDURE p(integer)",
                "CREATE OPERATOR === (LEFTARG = int8, RIGHTARG = text, FUNCTION = f) | CREATE OPERATOR ===(bigint, text)",
                "ALTER OPERATOR === (int8, text) SET (RESTRICT = NONE) | ALTER OPERATOR ===(bigint, text) SET",
                "ALTER OPERATOR FAMILY f USING gist OWNER TO r | OWNER OPERATOR_FAMILY f(gist) r",
                "CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON app.t EXECUTE PROCEDURE f() | CREATE TRIGGER g on app.t"
                        + " BEFORE INSERT OR UPDATE OF a",
                "ALTER SEQUENCE s OWNED BY t.a | ALTER SEQUENCE s on t OWNED BY",
                "ALTER TYPE t RENAME TO u | RENAME TYPE t u",
                "ALTER VIEW v SET SCHEMA app | SET_SCHEMA VIEW v app",
                "ALTER MATERIALIZED VIEW mv SET (fillfactor = 1) | ALTER MATERIALIZED_VIEW mv SET",
                "COMMENT ON TABLE public.t IS 'x' | COMMENT TABLE public.t",
                "SECURITY LABEL FOR p ON ROLE r IS 'x' | LABEL ROLE r",
                "GRANT USAGE ON SCHEMA a TO r | GRANT SCHEMA a USAGE",
                "CREATE USER MAPPING IF NOT EXISTS FOR r SERVER s | CREATE USER_MAPPING s(r)"
            },
            quoteCharacter = '~')
    void saysKindAndObjects(String sql, String expected) {
        ObjectChange change = (ObjectChange) Marked.read(sql).only();

        assertThat(change.verb() + " " + change.kind() + " " + change.object()
                        + change.form()
                                .signature()
                                .map(text -> "(" + text + ")")
                                .orElse("")
                        + change.on().map(table -> " on " + table).orElse("")
                        + change.detail().map(detail -> " " + detail).orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void readsWhatTypesAreMadeOf() {
        assertThat(Marked.read("CREATE TYPE m AS ENUM ('a', 'b' \n 'c', E'd\\'e', U&'\\0066'); CREATE TYPE s;"
                                + "CREATE TYPE r AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = f)")
                        .operations())
                .containsExactly(
                        new TypeOperation.CreateType(
                                ObjectName.of("m"), new TypeForm.Enumeration(List.of("a", "bc", "d'e", "f"))),
                        new TypeOperation.CreateType(ObjectName.of("s"), new TypeForm.Base()),
                        new TypeOperation.CreateType(
                                ObjectName.of("r"), new TypeForm.Range(DataType.of("double precision"))));
        assertThat(Marked.read("CREATE DOMAIN d varchar(9) COLLATE \"C\" NOT NULL CHECK (VALUE <> '')")
                        .only())
                .isEqualTo(new TypeOperation.CreateType(
                        ObjectName.of("d"),
                        new TypeForm.Domain(
                                new DataType("character varying", List.of(9), 0),
                                true,
                                Optional.empty(),
                                List.of(new ConstraintSpec.Check(Optional.empty(), "VALUE <> ''", false, true)),
                                Optional.of("\"C\""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM a, app.b JOIN c ON true LEFT JOIN (d CROSS JOIN e) ON x.y = 1 | a app.b c d e",
                "WITH q AS (SELECT 1 FROM a), r (x) AS MATERIALIZED (TABLE b) SELECT * FROM q, r, c | a c",
                "SELECT extract(year FROM at), (SELECT max(x) FROM b) FROM a WHERE x IS DISTINCT FROM y | b a",
                "SELECT * FROM a WHERE EXISTS (SELECT 1 FROM ONLY b WHERE b.x = a.x) UNION SELECT 1, 2 FROM c | a b c",
                "SELECT * FROM generate_series(1, 9) g, LATERAL (SELECT 1 FROM a) s, \"B c\" | a B c"
            })
    void knowsWhichRelationsAViewReads(String query, String relations) {
        ObjectForm form =
                ((ObjectChange) Marked.read("CREATE VIEW v AS " + query).only()).form();

        assertThat(form.uses().stream()
                        .map(ObjectName::toString)
                        .toList()
                        .toString()
                        .replaceAll("[\\[\\],]", ""))
                .isEqualTo(relations);
    }

    @Test
    void readsSettingsWithTheirValues() {
        assertThat(Marked.read("SET search_path TO App, \"$user\", 'x'; SET LOCAL lock_timeout = '1s';"
                                + "SET SESSION TIME ZONE 'UTC'; RESET ALL; SET ROLE r; SET work_mem TO DEFAULT")
                        .operations())
                .containsExactly(
                        set(SessionChange.Kind.SET, "search_path", "app", "$user", "x"),
                        set(SessionChange.Kind.SET_LOCAL, "lock_timeout", "1s"),
                        set(SessionChange.Kind.SET, "timezone", "UTC"),
                        set(SessionChange.Kind.RESET, "all"),
                        set(SessionChange.Kind.SET, "role", "r"),
                        set(SessionChange.Kind.SET, "work_mem"));
    }

    private static SessionChange set(SessionChange.Kind kind, String setting, String... values) {
        return new SessionChange(kind, Optional.of(setting), List.of(values));
    }

    @Test
    void elementsOfASchemaAreInIt() {
        assertThat(Marked.read("CREATE SCHEMA s CREATE TABLE t (a int) CREATE VIEW v AS SELECT a FROM t, u")
                        .operations())
                .extracting(operation ->
                        operation.subject().map(ObjectName::toString).orElse(""))
                .containsExactly("s", "s.t", "s.v");
    }
}
