package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.schema.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text is, there is an answer, and every place in it lies within the text. */
class SqlFuzzTest {
    /** {@code -Dfuzz.inputs=1000000} for a long run. */
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3_000);

    private static final long SEED = 20_240_301;

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE IF NOT EXISTS app.poll (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title varchar(200)"
                    + " NOT NULL DEFAULT 'it''s', n numeric(10, 2) CHECK (n > 0), a int[] , UNIQUE (title, n))",
            "ALTER TABLE ONLY \"poll\" ADD COLUMN x timestamp(3) with time zone DEFAULT now(), DROP COLUMN y CASCADE,"
                    + " ALTER z SET NOT NULL, ALTER COLUMN w TYPE varchar(9) USING w::text",
            "ALTER TABLE poll ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p (c, d) ON DELETE SET NULL NOT VALID",
            "CREATE UNIQUE INDEX CONCURRENTLY i ON poll USING btree (lower(title) text_pattern_ops DESC NULLS LAST)"
                    + " INCLUDE (n) WHERE n IS NOT NULL AND (a > 0 OR b < 1)",
            "do $$ begin alter table \"t\" alter \"x\" type bigint; alter table \"t\" alter \"x\" set not null; end $$",
            "COMMENT ON TABLE poll IS E'a\\'b'; /* x /* y */ z */ SELECT $1, U&\"d\\0061t\" FROM t -- end",
            "WITH x AS (SELECT 1) INSERT INTO poll SELECT * FROM x; TRUNCATE a, b; DROP TABLE IF EXISTS c, d CASCADE",
            "ALTER TABLE t ADD EXCLUDE USING gist (c WITH &&), VALIDATE CONSTRAINT fk, RENAME TO u");

    private static final String ALPHABET = "abzAZ09_ \t\n\"'`$()[]{},;.:=<>+-*/\\%@!?&|^~#é\u0000\uD83D€";

    @Test
    void answersWhateverTheTextIs() {
        Random random = new Random(SEED);
        for (int input = 0; input < INPUTS; input++) {
            String text = input % 4 == 0 ? noise(random) : mutated(random);
            assertAnswered(text);
        }
    }

    /** Plain comparisons: AssertJ's would take most of the time. */
    private static void assertAnswered(String text) {
        Schema schema = Schema.empty();
        int end = 0;
        for (SqlStatement statement : SqlReader.read(text)) {
            boolean inOrder = statement.start() >= end && statement.end() <= text.length();
            if (!inOrder || !statement.text().equals(text.substring(statement.start(), statement.end()))) {
                fail("places of " + statement + " in: " + text);
            }
            if (statement.operations().isEmpty()) {
                fail("no answer for: " + text);
            }
            end = statement.end();
            for (SpannedOperation operation : statement.operations()) {
                boolean within = statement.start() <= operation.start()
                        && operation.start() <= operation.end()
                        && operation.end() <= end;
                if (!within) {
                    fail(operation + " lies outside of " + statement);
                }
                Effects.of(operation.operation(), schema, 15);
                schema = schema.apply(operation.operation());
            }
        }
        SqlTokens.normalise(text);
        SqlExpressions.volatility(text);
        SqlExpressions.impliesNotNull(text, "n");
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int at = 0; at < length; at++) {
            text.append(random.nextInt(10) == 0 ? (char) random.nextInt(0x10000) : letter(random));
        }
        return text.toString();
    }

    /** A real statement, cut, doubled, spliced with another, and with characters replaced. */
    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(pick(random));
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes && !text.isEmpty(); change++) {
            int at = random.nextInt(text.length());
            int length = Math.min(random.nextInt(12), text.length() - at);
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, text.substring(at, at + length));
                case 2 -> text.setCharAt(at, letter(random));
                case 3 -> text.setLength(at);
                default -> text.insert(at, pick(random).substring(random.nextInt(20)));
            }
        }
        return text.toString();
    }

    private static String pick(Random random) {
        return STATEMENTS.get(random.nextInt(STATEMENTS.size()));
    }

    private static char letter(Random random) {
        return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }

    @Test
    void nestingCannotExhaustTheStack() {
        String deep = "(".repeat(100_000);
        assertThat(SqlReader.read("ALTER TABLE t ADD CHECK " + deep)
                        .get(0)
                        .operations()
                        .get(0)
                        .operation())
                .isInstanceOf(DdlOperation.Opaque.class);
        assertThat(SqlExpressions.impliesNotNull(deep + "a IS NOT NULL" + ")".repeat(100_000), "a"))
                .isFalse();
    }
}
