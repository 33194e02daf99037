package dev.migrate.core.schema;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.operation.TypeOperation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What changes to objects that are no tables make of the schema. */
final class ObjectFold {
    private static final Set<String> VOLATILITIES = Set.of("immutable", "stable", "volatile");

    private final Schema before;

    ObjectFold(Schema before) {
        this.before = before;
    }

    Schema apply(ObjectChange change) {
        return switch (change.verb()) {
            case CREATE, REPLACE -> create(change);
            case DROP -> drop(change);
            case RENAME ->
                change.detail()
                        .map(name ->
                                rename(change, new ObjectName(change.object().schema(), name)))
                        .orElse(before);
            case SET_SCHEMA ->
                change.detail()
                        .map(schema -> rename(
                                change,
                                before.resolve(
                                        ObjectName.of(schema, change.object().name()))))
                        .orElse(before);
            case ALTER -> alter(change);
            default -> before;
        };
    }

    Schema apply(TypeOperation operation) {
        if (operation instanceof TypeOperation.CreateType create) {
            ObjectKind kind = create.form() instanceof TypeForm.Domain ? ObjectKind.DOMAIN : ObjectKind.TYPE;
            return before.with(new SchemaObject(
                    kind, create.type(), Optional.empty(), ObjectForm.PLAIN, Optional.of(create.form())));
        }
        return before.type(operation.type())
                .map(type ->
                        before.with(type.withType(TypeFold.changed(type.type().orElseThrow(), operation))))
                .orElse(before);
    }

    private Schema create(ObjectChange create) {
        SchemaObject object =
                new SchemaObject(create.kind(), create.object(), create.on(), create.form(), Optional.empty());
        boolean kept = create.form().temporary()
                || (create.form().guarded() && before.object(object.key()).isPresent());
        return kept ? before : before.with(object);
    }

    private Schema alter(ObjectChange alter) {
        if (alter.kind() == ObjectKind.FUNCTION) {
            return alterFunction(alter);
        }
        boolean owned = alter.kind() == ObjectKind.SEQUENCE && alter.on().isPresent();
        return owned
                ? before.with(
                        new SchemaObject(alter.kind(), alter.object(), alter.on(), alter.form(), Optional.empty()))
                : before;
    }

    /** Another volatility is another kind of default. */
    private Schema alterFunction(ObjectChange alter) {
        Optional<SchemaObject> function = before.object(key(alter));
        Optional<String> volatility = alter.detail().stream()
                .flatMap(words -> Arrays.stream(words.toLowerCase(Locale.ROOT).split(" ", -1)))
                .filter(VOLATILITIES::contains)
                .findFirst();
        return function.isPresent() && volatility.isPresent()
                ? before.with(function.get().withForm(function.get().form().definition(volatility.get())))
                : before;
    }

    private static SchemaObject.Key key(ObjectChange change) {
        return SchemaObject.Key.of(
                change.kind(), change.object(), change.on(), change.form().signature());
    }

    private Schema drop(ObjectChange drop) {
        if (drop.kind() == ObjectKind.SCHEMA) {
            return drop.form().cascade() ? withoutSchema(drop.object().name()) : before.without(key(drop));
        }
        Schema after = before.without(key(drop));
        if (!drop.form().cascade()) {
            return after;
        }
        return switch (drop.kind()) {
            case TYPE, DOMAIN -> withoutColumnsOf(after, drop.object());
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> after.withoutViewsOf(drop.object());
            case FUNCTION, PROCEDURE, ROUTINE -> withoutUsers(after, drop.object());
            default -> after;
        };
    }

    private Schema withoutColumnsOf(Schema schema, ObjectName type) {
        Schema after = schema;
        for (Schema.ColumnUse use : before.columnsOfType(type)) {
            after = after.apply(new DdlOperation.DropColumn(use.table(), use.column(), true, true));
        }
        return after;
    }

    private static Schema withoutUsers(Schema schema, ObjectName function) {
        Schema after = schema;
        for (SchemaObject user : schema.using(function)) {
            after = after.without(user.key());
        }
        return after;
    }

    private Schema withoutSchema(String schema) {
        Schema after = before;
        for (Table table :
                before.tables().filter(each -> in(schema, each.name())).toList()) {
            after = after.apply(new DdlOperation.DropTable(table.name(), true, true));
        }
        for (SchemaObject object :
                before.objects().filter(each -> in(schema, each.name())).toList()) {
            after = after.without(object.key());
        }
        return after.without(
                SchemaObject.Key.of(ObjectKind.SCHEMA, ObjectName.of(schema), Optional.empty(), Optional.empty()));
    }

    private boolean in(String schema, ObjectName name) {
        return name.schema().orElse(before.defaultSchema()).equals(schema);
    }

    private Schema rename(ObjectChange rename, ObjectName newName) {
        if (rename.kind() == ObjectKind.SCHEMA) {
            return renameSchema(rename.object().name(), newName.name());
        }
        Optional<SchemaObject> object = before.object(key(rename));
        if (object.isEmpty()) {
            return before;
        }
        Schema after = before.without(object.get().key()).with(object.get().withName(newName));
        return switch (rename.kind()) {
            case TYPE, DOMAIN -> retyped(after, rename.object(), newName);
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, FUNCTION, PROCEDURE, ROUTINE ->
                after.withObjectsRenamed(rename.object(), newName);
            default -> after;
        };
    }

    private Schema retyped(Schema schema, ObjectName type, ObjectName newName) {
        Schema after = schema;
        for (Schema.ColumnUse use : before.columnsOfType(type)) {
            Table table = after.table(use.table()).orElseThrow();
            after = after.with(table.withColumn(
                    use.column(),
                    column -> column.withType(
                            new DataType(
                                    newName.toString(),
                                    column.type().modifiers(),
                                    column.type().dimensions()),
                            column.collation())));
        }
        return after;
    }

    private Schema renameSchema(String schema, String newSchema) {
        Schema after = before;
        for (Table table :
                before.tables().filter(each -> in(schema, each.name())).toList()) {
            ObjectName moved =
                    before.resolve(ObjectName.of(newSchema, table.name().name()));
            after = new TableFold(after).rename(table.name(), moved);
        }
        for (SchemaObject object :
                before.objects().filter(each -> in(schema, each.name())).toList()) {
            SchemaObject current = after.object(object.key()).orElse(object);
            after = after.without(object.key())
                    .with(current.withName(before.resolve(
                            ObjectName.of(newSchema, object.name().name()))));
        }
        return after;
    }
}
