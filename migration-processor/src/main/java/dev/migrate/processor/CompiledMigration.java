package dev.migrate.processor;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.SourceHash;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.source.SourceReading.ReadMigration;
import javax.lang.model.element.TypeElement;

/** A migration that is compiled here. */
record CompiledMigration(TypeElement type, SourceText source, ReadMigration read) {
    Migration migration() {
        return read.migration();
    }

    IndexEntry entry() {
        return new IndexEntry(read.migration(), SourceHash.of(source.text()), read.rowFunctionTokens());
    }
}
