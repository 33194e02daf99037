package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.SqlFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The first write of a run: its row, and before the very first one the tables. */
final class RunRow {
    /**
     * unique_violation of pg_namespace or pg_class, duplicate_schema, duplicate_table: another app's first run creates
     * the tables at this moment. Its lock is not ours, because the tables belong to the database.
     */
    private static final Set<String> CREATED_MEANWHILE = Set.of("23505", "42P06", "42P07");

    private RunRow() {}

    static void write(Workplace place, List<String> statements) {
        try {
            place.run().ladder().climb("the run's row", (number, timeout) -> send(place, statements, timeout));
        } catch (SqlFailure failure) {
            throw explain(place, failure);
        }
    }

    private static void send(Workplace place, List<String> statements, Duration timeout) {
        try {
            transaction(place, statements, timeout);
        } catch (SqlFailure failure) {
            boolean raced = !place.ledger().exists() && CREATED_MEANWHILE.contains(failure.state());
            if (!raced) {
                throw failure;
            }
            transaction(place, statements.subList(statements.size() - 1, statements.size()), timeout);
        }
    }

    private static void transaction(Workplace place, List<String> statements, Duration timeout) {
        Request request = place.run().transaction(timeout);
        statements.forEach(request::own);
        place.session().request(request.sql());
    }

    private static RuntimeException explain(Workplace place, SqlFailure failure) {
        if (!failure.state().equals("42501")) {
            return failure;
        }
        String tables = place.history().scope().tables();
        return new UserFailure(
                failure,
                "the role may not write the tool's tables in schema " + tables + ": " + failure.serverMessage(),
                place.ledger().exists()
                        ? "fix:    connect as the role that ran the first apply"
                        : "fix:    GRANT CREATE ON DATABASE … TO the role, or create the schema for it ("
                                + Setting.HISTORY_SCHEMA.property() + " names it)");
    }
}
