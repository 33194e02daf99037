package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlReaderTest {
    private static final ObjectName POLL = ObjectName.of("poll");

    @Test
    void pointsAtTheColumnOfEachSubCommand() {
        Read read = Read.of("""
                -- two at once
                ALTER TABLE IF EXISTS ONLY "poll"
                    ADD "priority" int NOT NULL DEFAULT 0,
                    ALTER COLUMN title TYPE varchar(200) USING title::varchar;
                """);

        assertThat(read.spans()).containsExactly("\"priority\"", "varchar(200)");
        assertThat(read.operations().get(1))
                .isEqualTo(new DdlOperation.AlterColumnType(
                        POLL,
                        "title",
                        new DataType("character varying", List.of(200), 0),
                        Optional.of("title::varchar")));
    }

    @Test
    void readsNextSubCommandAfterOneThatIsNotUnderstood() {
        Read read = Read.of("ALTER TABLE poll SET (fillfactor = 70), DROP COLUMN IF EXISTS title CASCADE");

        assertThat(read.operations())
                .containsExactly(
                        new DdlOperation.Opaque("ALTER TABLE … SET is not understood"),
                        new DdlOperation.DropColumn(POLL, "title", true, true));
    }

    @Test
    void looksIntoTheBlockThatJooqMakes() {
        Read read = Read.of(
                "do $$ begin alter table \"poll\" alter \"title\" type text; alter table \"poll\" alter \"title\" set"
                        + " not null; end $$");

        assertThat(read.spans()).containsExactly("text", "\"title\"");
        assertThat(read.operations().get(1)).isEqualTo(new DdlOperation.SetNotNull(POLL, "title"));
    }

    @Test
    void readsForeignKeyWithItsActions() {
        Read read = Read.of("ALTER TABLE poll ADD CONSTRAINT poll_author_fk FOREIGN KEY (author_id)"
                + " REFERENCES app.author (id) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE NOT VALID");

        assertThat(read.spans()).containsExactly("poll_author_fk");
        assertThat(read.operations())
                .containsExactly(new DdlOperation.AddConstraint(
                        POLL,
                        new ConstraintSpec.ForeignKey(
                                Optional.of("poll_author_fk"),
                                List.of("author_id"),
                                ObjectName.of("app", "author"),
                                List.of("id"),
                                true,
                                true)));
    }

    /** A text and what was read from it. */
    record Read(String text, List<SqlStatement> statements) {
        static Read of(String text) {
            return new Read(text, SqlReader.read(text));
        }

        List<DdlOperation> operations() {
            return statements.stream()
                    .flatMap(statement -> statement.operations().stream())
                    .map(SpannedOperation::operation)
                    .toList();
        }

        List<String> spans() {
            return statements.stream()
                    .flatMap(statement -> statement.operations().stream())
                    .map(each -> text.substring(each.start(), each.end()))
                    .toList();
        }
    }
}
