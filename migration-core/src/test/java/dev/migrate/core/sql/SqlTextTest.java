package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.sql.SqlExpressions.Volatility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types, expressions and tokens by themselves. */
class SqlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | integer",
                "INT4 | integer",
                "pg_catalog.int8 | bigint",
                "\"int4\" | integer",
                "\"char\" | \"char\"",
                "varchar(9) | character varying(9)",
                "character varying | character varying",
                "national character varying (7) | character varying(7)",
                "char | character(1)",
                "bpchar(3) | character(3)",
                "bit varying(8) | bit varying(8)",
                "float | double precision",
                "float(24) | real",
                "decimal(10) | numeric(10,0)",
                "numeric(10, -2) | numeric(10,-2)",
                "timestamptz(3) | timestamp(3) with time zone",
                "timestamp (3) without time zone | timestamp(3) without time zone",
                "time with time zone | time with time zone",
                "interval day to second (3) | interval day to second(3)",
                "serial8 | bigserial",
                "int[][3] | integer[][]",
                "text array | text[]",
                "app.mood | app.mood",
                "geometry(Point, 4326) | geometry(Point, 4326)"
            })
    void everySpellingOfATypeIsOneType(String spelling, String canonical) {
        assertThat(SqlTypes.parse(spelling)).map(Object::toString).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | STABLE",
                "now() | STABLE",
                "CURRENT_DATE | STABLE",
                "concat(lower('ABC'), 'random()') | STABLE",
                "CAST(1 AS numeric(8, 2)) | STABLE",
                "'x'::varchar(9) | STABLE",
                "1 - coalesce(extract(epoch from now()), 0) | STABLE",
                "random() | VOLATILE",
                "md5(random()::text) | VOLATILE",
                "clock_timestamp() | VOLATILE",
                "nextval('s'::regclass) | VOLATILE",
                "public.uuid_generate_v4() | VOLATILE",
                "gen_random_uuid() | VOLATILE",
                "my_function() | UNKNOWN",
                "app.now() | UNKNOWN",
                "lower(app.f()) | UNKNOWN"
            },
            quoteCharacter = '~')
    void knowsHowOftenADefaultIsComputed(String expression, Volatility volatility) {
        assertThat(SqlExpressions.volatility(expression)).isEqualTo(volatility);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a IS NOT NULL | true",
                "(a) is not null | true",
                "((\"a\" IS NOT NULL)) | true",
                "a IS NOT NULL AND a > 0 | true",
                "a > 0 AND (b > 0 AND a NOTNULL) | true",
                "a IS NOT NULL OR (b > 0 AND a IS NOT NULL) | true",
                "a > 0 | false",
                "b IS NOT NULL | false",
                "a IS NOT NULL OR b > 0 | false",
                "NOT (a IS NOT NULL) | false",
                "(a IS NOT NULL) = false | false",
                "b BETWEEN 1 AND a IS NOT NULL | false",
                "CASE WHEN b THEN 1 AND a IS NOT NULL END | false",
                "\"A\" IS NOT NULL | false",
                "a IS NOT NULL AND | true",
                "lower(a) IS NOT NULL | false"
            })
    void provesNotNullAsPostgresDoes(String condition, boolean proved) {
        assertThat(SqlExpressions.impliesNotNull(condition, "a")).isEqualTo(proved);
    }

    @Test
    void renamesTheColumnAndNothingElse() {
        assertThat(SqlExpressions.renamed("a > 0 AND a(1) = 'a' AND x::a = \"a\" AND A.b = date '1'", "a", "c"))
                .isEqualTo("\"c\" > 0 AND a(1) = 'a' AND x::a = \"c\" AND A.b = date '1'");
    }

    @Test
    void tokensIgnoreCommentsSpaceCaseAndLastSemicolon() {
        assertThat(SqlTokens.normalise("ALTER /* x */ TABLE t\n ADD \"X\" INT DEFAULT 'A''b' -- end\n;"))
                .isEqualTo(SqlTokens.normalise("alter table T add \"X\" int default 'A''b'"))
                .isEqualTo(List.of("alter", "table", "t", "add", "\"X\"", "int", "default", "'A''b'"));
    }

    @Test
    void tokensTellLiteralsOperatorsAndQuotedNamesApart() {
        assertThat(SqlTokens.normalise("a<=-1.5e+3::int||E'\\''||$a$;$a$||$1 U&\"x\" a->>'b' @- 1..2 b'01' x$y"))
                .containsExactly(
                        "a", "<=", "-", "1.5e+3", "::", "int", "||", "E'\\''", "||", "$a$;$a$", "||", "$1", "U&\"x\"",
                        "a", "->>", "'b'", "@-", "1", "..", "2", "b'01'", "x$y");
        assertThat(SqlTokens.normalise("DROP TABLE \"T\"")).isNotEqualTo(SqlTokens.normalise("DROP TABLE T"));
        assertThat(SqlTokens.normalise("SELECT 'A'")).isNotEqualTo(SqlTokens.normalise("SELECT 'a'"));
    }

    @Test
    void longNamesAreCutAsTheServerCutsThem() {
        String name = "é".repeat(40);
        assertThat(SqlNames.bytes(SqlNames.truncate(name))).isEqualTo(62);
    }
}
