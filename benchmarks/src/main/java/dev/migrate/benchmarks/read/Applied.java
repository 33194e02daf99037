package dev.migrate.benchmarks.read;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A jar's scripts on a server, and what was read of them: of what the server executes, one kind and the same objects. */
final class Applied {
    private static final Set<String> DDL = Set.of(
            "CREATE", "ALTER", "DROP", "TRUNCATE", "COMMENT", "GRANT", "REVOKE", "REINDEX", "CLUSTER", "REFRESH");

    private final List<String> unread = new ArrayList<>();
    private final List<String> misread = new ArrayList<>();
    private int ddl;
    private int read;
    private int executed;
    private int facts;

    /** Executes every statement by itself; one that the server refuses is left out of the fold too. */
    void apply(Corpus corpus, Connection connection) throws SQLException {
        Schema schema = Schema.empty();
        for (Corpus.Script script : corpus.scripts()) {
            // What drops is read too, and executed last, when the catalog has been compared.
            if (script.rank() == 2) {
                count(corpus, script);
                continue;
            }
            for (SqlStatement statement : count(corpus, script)) {
                if (executes(connection, statement.text())) {
                    executed++;
                    for (SpannedOperation operation : statement.operations()) {
                        schema = schema.apply(operation.operation());
                    }
                }
            }
        }
        CatalogComparison.differences(connection, schema, count -> facts += count)
                .forEach(difference -> misread.add(corpus.name() + ": " + difference));
    }

    private List<SqlStatement> count(Corpus corpus, Corpus.Script script) {
        List<SqlStatement> statements = SqlReader.read(script.text());
        for (SqlStatement statement : statements) {
            if (!isDdl(statement)) {
                continue;
            }
            ddl++;
            boolean opaque = statement.operations().stream()
                    .anyMatch(operation -> operation.operation() instanceof DdlOperation.Opaque);
            if (opaque) {
                unread.add(corpus.name() + ", " + script.path() + ": "
                        + statement.text().lines().findFirst().orElse(""));
            } else {
                read++;
            }
        }
        return statements;
    }

    private static boolean isDdl(SqlStatement statement) {
        return DDL.contains(statement.text().split("\\W", 2)[0].toUpperCase(Locale.ROOT));
    }

    private static boolean executes(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    int ddl() {
        return ddl;
    }

    int read() {
        return read;
    }

    int executed() {
        return executed;
    }

    int facts() {
        return facts;
    }

    List<String> unread() {
        return List.copyOf(unread);
    }

    List<String> misread() {
        return List.copyOf(misread);
    }
}
