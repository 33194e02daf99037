package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of a schema beside tables and indexes, found by name, by the table they are on and by what they use. */
final class SchemaObjects {
    static final SchemaObjects NONE = new SchemaObjects(SharingMap.empty(), SharingMap.empty(), SharingMap.empty());

    private final SharingMap<SchemaObject.Key, SchemaObject> byKey;
    /** The objects on a table. */
    private final SharingMap<ObjectName, List<SchemaObject.Key>> attached;
    /** The objects whose definition names a relation or function. */
    private final SharingMap<ObjectName, List<SchemaObject.Key>> users;

    private SchemaObjects(
            SharingMap<SchemaObject.Key, SchemaObject> byKey,
            SharingMap<ObjectName, List<SchemaObject.Key>> attached,
            SharingMap<ObjectName, List<SchemaObject.Key>> users) {
        this.byKey = byKey;
        this.attached = attached;
        this.users = users;
    }

    Optional<SchemaObject> get(SchemaObject.Key key) {
        return byKey.get(key);
    }

    Stream<SchemaObject> all() {
        return byKey.values();
    }

    List<SchemaObject> on(ObjectName table) {
        return found(attached, table);
    }

    List<SchemaObject> using(ObjectName relation) {
        return found(users, relation);
    }

    private List<SchemaObject> found(SharingMap<ObjectName, List<SchemaObject.Key>> index, ObjectName name) {
        return index.get(name).orElse(List.of()).stream()
                .flatMap(key -> byKey.get(key).stream())
                .toList();
    }

    SchemaObjects with(SchemaObject object) {
        SchemaObject.Key key = object.key();
        SchemaObjects without = without(key);
        SharingMap<ObjectName, List<SchemaObject.Key>> newUsers = without.users;
        for (ObjectName used : object.form().uses()) {
            newUsers = plus(newUsers, used, key);
        }
        return new SchemaObjects(
                without.byKey.with(key, object),
                object.on().isPresent() ? plus(without.attached, object.on().get(), key) : without.attached,
                newUsers);
    }

    SchemaObjects without(SchemaObject.Key key) {
        Optional<SchemaObject> object = byKey.get(key);
        if (object.isEmpty()) {
            return this;
        }
        SharingMap<ObjectName, List<SchemaObject.Key>> newUsers = users;
        for (ObjectName used : object.get().form().uses()) {
            newUsers = minus(newUsers, used, key);
        }
        Optional<ObjectName> on = object.get().on();
        return new SchemaObjects(
                byKey.without(key), on.isPresent() ? minus(attached, on.get(), key) : attached, newUsers);
    }

    /** The same after a relation got another name: who is on it, or uses it, still does. */
    SchemaObjects renamed(ObjectName name, ObjectName newName) {
        SchemaObjects renamed = this;
        for (SchemaObject object : on(name)) {
            renamed = renamed.without(object.key()).with(object.withOn(Optional.of(newName)));
        }
        for (SchemaObject object : renamed.using(name)) {
            List<ObjectName> uses = object.form().uses().stream()
                    .map(used -> used.equals(name) ? newName : used)
                    .toList();
            renamed = renamed.with(object.withForm(object.form().uses(uses)));
        }
        return renamed;
    }

    private static SharingMap<ObjectName, List<SchemaObject.Key>> plus(
            SharingMap<ObjectName, List<SchemaObject.Key>> index, ObjectName name, SchemaObject.Key key) {
        List<SchemaObject.Key> longer = new ArrayList<>(index.get(name).orElse(List.of()));
        longer.add(key);
        return index.with(name, List.copyOf(longer));
    }

    private static SharingMap<ObjectName, List<SchemaObject.Key>> minus(
            SharingMap<ObjectName, List<SchemaObject.Key>> index, ObjectName name, SchemaObject.Key key) {
        List<SchemaObject.Key> others = index.get(name).orElse(List.of()).stream()
                .filter(each -> !each.equals(key))
                .toList();
        return others.isEmpty() ? index.without(name) : index.with(name, others);
    }
}
