package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which object a name means. A name without a schema, and one in the default schema, are one name: the one without.
 *
 * @param defaultSchema the schema in which a migration finds names without one
 * @param path what {@code search_path} was set to; empty while it is the default, and where it is set to nothing
 * @param former what it was set to by an earlier migration, and is no more: a name that means nothing otherwise is found
 *     there, because a role or database can have the same setting
 */
record SearchPath(String defaultSchema, List<String> path, List<String> former) {
    SearchPath {
        path = List.copyOf(path);
        former = List.copyOf(former);
    }

    static SearchPath in(String defaultSchema) {
        return new SearchPath(defaultSchema, List.of(), List.of());
    }

    SearchPath reset() {
        return path.isEmpty() ? this : new SearchPath(defaultSchema, List.of(), path);
    }

    SearchPath after(SessionChange change) {
        boolean ofPath = change.setting().filter("search_path"::equals).isPresent();
        boolean ofAll = change.setting().filter("all"::equals).isPresent();
        return switch (change.kind()) {
            case SET, SET_LOCAL -> ofPath ? new SearchPath(defaultSchema, named(change.values()), former) : this;
            case RESET, DISCARD -> ofPath || ofAll ? reset() : this;
            default -> this;
        };
    }

    /** {@code "$user"} means a schema that is hardly ever there. */
    private static List<String> named(List<String> values) {
        return values.stream()
                .filter(name -> !name.isEmpty() && !name.equals("$user"))
                .toList();
    }

    /**
     * The name under which the object is kept.
     *
     * @param exists whether there is something under a name, in the form in which it is kept
     */
    ObjectName resolve(ObjectName name, Predicate<ObjectName> exists) {
        if (name.schema().isPresent()) {
            return name.schema().get().equals(defaultSchema) ? ObjectName.of(name.name()) : name;
        }
        if (path.isEmpty()) {
            return former.isEmpty() || exists.test(name) ? name : inFormer(name, exists);
        }
        return path.stream()
                .map(schema -> in(schema, name))
                .filter(exists)
                .findFirst()
                .orElseGet(() -> in(path.get(0), name));
    }

    private ObjectName inFormer(ObjectName name, Predicate<ObjectName> exists) {
        return former.stream()
                .map(schema -> in(schema, name))
                .filter(exists)
                .findFirst()
                .orElse(name);
    }

    private ObjectName in(String schema, ObjectName name) {
        return schema.equals(defaultSchema) ? name : new ObjectName(Optional.of(schema), name.name());
    }
}
