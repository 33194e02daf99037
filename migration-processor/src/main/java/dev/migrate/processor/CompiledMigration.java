package dev.migrate.processor;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.SourceHash;
import dev.migrate.core.index.StoredEntry;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.source.SourceReading.ReadMigration;
import javax.lang.model.element.TypeElement;

/**
 * A migration that is compiled here.
 *
 * @param stored as the module keeps it
 */
record CompiledMigration(TypeElement type, Migration migration, StoredEntry stored) {
    static CompiledMigration of(TypeElement type, SourceText source, ReadMigration read) {
        IndexEntry entry = new IndexEntry(read.migration(), SourceHash.of(source.text()), read.rowFunctionTokens());
        return new CompiledMigration(type, read.migration(), StoredEntry.of(entry));
    }
}
