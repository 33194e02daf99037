package dev.migrate.engine.project;

import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;

/** Recorded SQL read into operations that all have the place of the call that added it. */
final class RecordedSql {
    private RecordedSql() {}

    static List<PlacedOperation> read(String text, Place place) {
        return SqlReader.read(text).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(spanned -> new PlacedOperation(spanned.operation(), place, spanned.conditional()))
                .toList();
    }
}
