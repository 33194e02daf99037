package dev.migrate.core.source;

import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.operation.DdlOperation;
import java.util.List;

/** Reads SQL and finds the place of each operation in the file that the text was written in. */
final class SqlPlaces {
    private final SourceText text;
    private final Reader reader;

    SqlPlaces(SourceText text, Reader reader) {
        this.text = text;
        this.reader = reader;
    }

    /** Reads SQL into operations in their order. */
    @FunctionalInterface
    interface Reader {
        /** The operations of a text. */
        List<Found> read(String sql);
    }

    /** An operation and the range in the text of the token that a person would point at. */
    record Found(DdlOperation operation, int start, int end, boolean conditional) {}

    /**
     * The operations of a text.
     *
     * @param whole where an operation is that stands on no character of the author's
     */
    List<PlacedOperation> operations(Traced sql, Span whole) {
        return reader.read(sql.text()).stream()
                .map(found -> new PlacedOperation(
                        found.operation(), text.place(span(sql, found, whole)), found.conditional()))
                .toList();
    }

    private static Span span(Traced sql, Found found, Span whole) {
        Span span = sql.span(found.start(), found.end());
        return span.known() ? span : whole;
    }
}
