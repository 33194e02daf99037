package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import java.util.ArrayList;
import java.util.List;

/** A source file in a test, and what is read from it. */
record SourceMigration(String text, SourceReading reading) {
    private static final String HEAD = """
            package polls;
            import static dev.migrate.api.Recipes.*;
            import static org.jooq.impl.DSL.*;
            import static org.jooq.impl.SQLDataType.*;
            import dev.migrate.api.*;
            import java.util.List;
            """;

    /** A whole file. */
    static SourceMigration file(String text, SourceResolver resolver) {
        SourceReading reading = new JavaMigrationReader(resolver).read("V1_X.java", text);
        assertThat(reading.unread()).isEmpty();
        return new SourceMigration(text, reading);
    }

    static SourceMigration file(String text) {
        return file(text, FakeResolver.EMPTY);
    }

    /** A class with the given members. */
    static SourceMigration members(String members, SourceResolver resolver) {
        return file(
                HEAD + "@Safe public final class V1_X implements SchemaMigration {\n" + members + "\n}\n", resolver);
    }

    static SourceMigration members(String members) {
        return members(members, FakeResolver.EMPTY);
    }

    /** A class whose {@code up} has the given statements. */
    static SourceMigration up(String statements) {
        return members("@Override public void up(Steps steps) {\n" + statements + "\n}");
    }

    Migration migration() {
        assertThat(reading.migrations()).hasSize(1);
        return reading.migrations().get(0).migration();
    }

    /** Each operation as {@code operation @ the text at its place}. */
    List<String> operations() {
        return operations(migration().up());
    }

    List<String> operations(List<Step> steps) {
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            for (PlacedOperation operation : step.operations()) {
                lines.add(text(operation.operation()) + " @ " + at(operation.place()));
            }
        }
        return lines;
    }

    /** The text at a place; it also proves that lines, columns and offsets say the same. */
    String at(Place place) {
        assertThat(place).isEqualTo(Place.of(place.file(), text, place.start(), place.end()));
        return text.substring(place.start(), place.end());
    }

    private static String text(DdlOperation operation) {
        if (operation instanceof DdlOperation.Opaque opaque) {
            return "Opaque: " + opaque.reason();
        }
        if (operation instanceof DdlOperation.AddColumn add) {
            return "AddColumn " + add.table() + "." + add.column().name();
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return "DropColumn " + drop.table() + "." + drop.column();
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return "DropTable " + drop.table();
        }
        if (operation instanceof DdlOperation.CreateIndex index) {
            return "CreateIndex " + index.index().orElse("") + " " + index.table() + index.keys();
        }
        return operation.getClass().getSimpleName();
    }
}
