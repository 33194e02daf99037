package dev.migrate.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void seesEachKindOfObjectAndNothingOfItsOwnSchema(int major, @TempDir Path directory) throws SQLException {
        EmbeddedPostgres.Options options = EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), directory);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options, Events.none());
                Connection connection =
                        DriverManager.getConnection(server.url("postgres"), server.user(), server.password())) {
            String empty = Catalog.describe(connection);
            execute(connection, "CREATE SCHEMA migrate", "CREATE TABLE migrate.own (id int)");
            assertThat(Catalog.describe(connection)).isEqualTo(empty);
            execute(
                    connection,
                    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                    "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood DEFAULT 'ok', n int CHECK (n > 0))",
                    "CREATE INDEX t_n ON t (n) WHERE n > 5",
                    "CREATE VIEW v AS SELECT n FROM t",
                    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
                    "COMMENT ON COLUMN t.n IS 'it''s n'");
            String full = Catalog.describe(connection);
            assertThat(full)
                    .contains("type public.mood")
                    .contains("relation public.t kind=r")
                    .contains("column public.t.n integer notnull=f")
                    .contains("constraint public.t t_n_check CHECK ((n > 0)) validated=t")
                    .contains("index CREATE INDEX t_n ON public.t USING btree (n) WHERE (n > 5) valid=t")
                    .contains("sequence public.t_id_seq")
                    .contains("view public.v")
                    .contains("routine CREATE OR REPLACE FUNCTION public.f()")
                    .contains("trigger CREATE TRIGGER tr")
                    .contains("comment column n of table public.t 'it''s n'");
            execute(connection, "ALTER TABLE t ALTER COLUMN n SET NOT NULL");
            assertThat(Catalog.describe(connection)).isNotEqualTo(full);
            execute(connection, "ALTER TABLE t ALTER COLUMN n DROP NOT NULL");
            assertThat(Catalog.describe(connection)).isEqualTo(full);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
