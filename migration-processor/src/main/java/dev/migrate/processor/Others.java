package dev.migrate.processor;

import dev.migrate.core.index.IndexUnreadable;
import dev.migrate.core.index.StoredEntry;
import dev.migrate.core.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations that are not compiled now: those of this module from earlier compilations, and other modules'. */
final class Others {
    private final List<StoredEntry> earlier;
    private final List<StoredEntry> all;
    private final List<StoredEntry> bound;

    private final BiConsumer<StoredEntry, IndexUnreadable> unreadable;

    Others(
            KnownModules.Known known,
            List<CompiledMigration> compiled,
            BiConsumer<StoredEntry, IndexUnreadable> unreadable) {
        this.unreadable = unreadable;
        Set<String> compiledHere = compiled.stream()
                .map(migration -> migration.migration().className())
                .collect(Collectors.toSet());
        this.earlier = without(compiledHere, known.own());
        this.all = Stream.concat(earlier.stream(), without(compiledHere, known.others()).stream())
                .toList();
        List<StoredEntry> changed = new ArrayList<>(known.gone());
        known.own().stream()
                .filter(entry -> compiledHere.contains(entry.className()))
                .forEach(changed::add);
        compiled.forEach(migration -> changed.add(migration.stored()));
        this.bound = all.isEmpty() ? List.of() : StoredEntry.bound(all, changed);
    }

    private static List<StoredEntry> without(Set<String> classes, List<StoredEntry> entries) {
        return entries.stream()
                .filter(entry -> !classes.contains(entry.className()))
                .toList();
    }

    /** This module's. */
    List<StoredEntry> earlier() {
        return earlier;
    }

    /** Those that can matter to what is compiled now, to what it was before, or to what is gone. */
    List<Migration> bound() {
        return migrations(bound);
    }

    boolean allAreBound() {
        return bound.size() == all.size();
    }

    List<Migration> all() {
        return migrations(all);
    }

    List<Migration> ownMigrations() {
        return migrations(earlier);
    }

    private List<Migration> migrations(List<StoredEntry> entries) {
        List<Migration> migrations = new ArrayList<>();
        for (StoredEntry entry : entries) {
            try {
                migrations.add(entry.entry().migration());
            } catch (IndexUnreadable otherVersion) {
                unreadable.accept(entry, otherVersion);
            }
        }
        return migrations;
    }
}
