package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.operation.TypeOperation.ChangeComposite;
import java.util.List;
import java.util.Optional;

/** The way back of what happens to objects that are no tables: what was made is dropped, what was renamed renamed back. */
final class ObjectInverses {
    private static final OperationSql SQL = OperationSql.quoted();

    private ObjectInverses() {}

    static Optional<List<String>> of(ObjectChange change) {
        return switch (change.verb()) {
            case CREATE -> created(change);
            case RENAME -> change.detail().map(name -> List.of(renamedBack(change, name)));
            case COMMENT, LABEL -> Optional.of(List.of());
            // What was replaced, dropped or revoked is not kept.
            default -> Optional.empty();
        };
    }

    static Optional<List<String>> of(TypeOperation operation) {
        if (operation instanceof TypeOperation.CreateType create) {
            String kind = create.form() instanceof TypeForm.Domain ? "DOMAIN " : "TYPE ";
            return Optional.of(List.of("DROP " + kind + SQL.name(create.type())));
        }
        if (operation instanceof TypeOperation.ChangeEnum change
                && change.newLabel().isPresent()) {
            return Optional.of(List.of("ALTER TYPE " + SQL.name(change.type()) + " RENAME VALUE "
                    + literal(change.newLabel().get()) + " TO " + literal(change.label())));
        }
        if (operation instanceof ChangeComposite change && change.action() == ChangeComposite.Action.ADD) {
            return Optional.of(List.of(
                    "ALTER TYPE " + SQL.name(change.type()) + " DROP ATTRIBUTE " + SQL.quote(change.attribute())));
        }
        return Optional.empty();
    }

    /** IF NOT EXISTS does not tell whether the object was there before. */
    private static Optional<List<String>> created(ObjectChange create) {
        return create.form().temporary()
                ? Optional.of(List.of())
                : create.form().guarded()
                        ? Optional.empty()
                        : identity(create, create.object()).map(name -> List.of("DROP " + kindAnd(create, name)));
    }

    private static String renamedBack(ObjectChange rename, String newName) {
        boolean ofTable = rename.on().isPresent();
        ObjectName renamed = ofTable
                ? ObjectName.of(newName)
                : new ObjectName(rename.object().schema(), newName);
        return "ALTER " + kindAnd(rename, identity(rename, renamed).orElse(SQL.name(renamed))) + " RENAME TO "
                + SQL.quote(rename.object().name());
    }

    private static String kindAnd(ObjectChange change, String identity) {
        return change.kind().words() + " " + identity;
    }

    /** The object as DROP names it; empty for kinds whose name needs more than what is kept. */
    private static Optional<String> identity(ObjectChange change, ObjectName name) {
        return switch (change.kind()) {
            case TRIGGER, RULE, POLICY -> change.on().map(table -> SQL.quote(name.name()) + " ON " + SQL.name(table));
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                change.form().signature().map(arguments -> SQL.name(name) + "(" + arguments + ")");
            case OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    CAST,
                    TRANSFORM,
                    USER_MAPPING,
                    DEFAULT_PRIVILEGES,
                    OWNED,
                    COLUMN,
                    CONSTRAINT,
                    LARGE_OBJECT,
                    PARAMETER -> Optional.empty();
            default -> Optional.of(SQL.name(name));
        };
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
