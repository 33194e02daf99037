package dev.migrate.core.sql;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.operation.TypeOperation.ChangeComposite;
import dev.migrate.core.operation.TypeOperation.ChangeDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is particular to ALTER TYPE and ALTER DOMAIN.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class AlterTypeReader {
    private final Cursor cursor;
    private final Target target;

    AlterTypeReader(Cursor cursor, Target target) {
        this.cursor = cursor;
        this.target = target;
    }

    /** What is behind the name; empty, and nothing consumed, where it is what any object has, as RENAME TO. */
    Optional<List<SpannedOperation>> read() {
        return target.kind() == ObjectKind.DOMAIN ? ofDomain().map(change -> List.of(at(change))) : ofType();
    }

    private ObjectName type() {
        return target.object();
    }

    private SpannedOperation at(TypeOperation operation) {
        return new SpannedOperation(operation, target.start(), target.end());
    }

    private static SpannedOperation at(Token token, TypeOperation operation) {
        return new SpannedOperation(operation, token.start(), token.end());
    }

    private Optional<List<SpannedOperation>> ofType() {
        if (cursor.accept("add", "value")) {
            return Optional.of(List.of(addValue()));
        }
        if (cursor.accept("rename", "value")) {
            return Optional.of(List.of(renameValue()));
        }
        if (cursor.accept("rename", "attribute")) {
            return Optional.of(List.of(renameAttribute()));
        }
        boolean attributes =
                cursor.at("add", "attribute") || cursor.at("drop", "attribute") || cursor.at("alter", "attribute");
        return attributes ? Optional.of(attributes()) : Optional.empty();
    }

    private SpannedOperation addValue() {
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        Token label = cursor.peek();
        String value = Literals.read(cursor, "a label");
        boolean before = cursor.accept("before");
        Optional<String> neighbour =
                before || cursor.accept("after") ? Optional.of(Literals.read(cursor, "a label")) : Optional.empty();
        cursor.expectEnd("ADD VALUE");
        return at(label, new TypeOperation.ChangeEnum(type(), value, Optional.empty(), neighbour, before, ifNotExists));
    }

    private SpannedOperation renameValue() {
        Token label = cursor.peek();
        String value = Literals.read(cursor, "a label");
        cursor.expect("to");
        String newValue = Literals.read(cursor, "the new label");
        return at(
                label,
                new TypeOperation.ChangeEnum(type(), value, Optional.of(newValue), Optional.empty(), false, false));
    }

    private SpannedOperation renameAttribute() {
        Token attribute = cursor.label("an attribute's name");
        cursor.expect("to");
        String newName = cursor.label("the new name").value();
        return at(
                attribute,
                new ChangeComposite(
                        type(),
                        ChangeComposite.Action.RENAME,
                        attribute.value(),
                        Optional.empty(),
                        Optional.of(newName),
                        false,
                        AlterTableReader.cascade(cursor)));
    }

    private List<SpannedOperation> attributes() {
        List<SpannedOperation> changes = new ArrayList<>(1);
        do {
            changes.add(attribute());
        } while (cursor.acceptSymbol(","));
        cursor.expectEnd("ALTER TYPE");
        return changes;
    }

    private SpannedOperation attribute() {
        if (cursor.accept("drop", "attribute")) {
            boolean ifExists = cursor.accept("if", "exists");
            return attribute(ChangeComposite.Action.DROP, cursor.label("an attribute's name"), ifExists);
        }
        if (cursor.accept("add", "attribute")) {
            return attribute(ChangeComposite.Action.ADD, cursor.label("an attribute's name"), false);
        }
        cursor.expect("alter");
        cursor.expect("attribute");
        Token attribute = cursor.label("an attribute's name");
        cursor.accept("set", "data");
        cursor.expect("type");
        return attribute(ChangeComposite.Action.TYPE, attribute, false);
    }

    private SpannedOperation attribute(ChangeComposite.Action action, Token attribute, boolean ifExists) {
        Optional<DataType> dataType =
                action == ChangeComposite.Action.DROP ? Optional.empty() : Optional.of(TypeReader.read(cursor));
        if (cursor.accept("collate")) {
            cursor.collation();
        }
        boolean cascade = AlterTableReader.cascade(cursor);
        return at(
                attribute,
                new ChangeComposite(type(), action, attribute.value(), dataType, Optional.empty(), ifExists, cascade));
    }

    private Optional<TypeOperation> ofDomain() {
        if (cursor.accept("set", "not", "null")) {
            return Optional.of(domain(ChangeDomain.Change.SET_NOT_NULL));
        }
        if (cursor.accept("drop", "not", "null")) {
            return Optional.of(domain(ChangeDomain.Change.DROP_NOT_NULL));
        }
        if (cursor.accept("drop", "default")) {
            return Optional.of(domain(ChangeDomain.Change.DROP_DEFAULT));
        }
        if (cursor.accept("set", "default")) {
            String expression = ColumnReader.expression(cursor, Set.of());
            return Optional.of(domain(
                    ChangeDomain.Change.SET_DEFAULT, Optional.empty(), Optional.empty(), Optional.of(expression)));
        }
        if (cursor.accept("add")) {
            ConstraintSpec added = DomainReader.constraint(cursor);
            return Optional.of(
                    domain(ChangeDomain.Change.ADD_CONSTRAINT, added.name(), Optional.of(added), Optional.empty()));
        }
        if (cursor.accept("validate", "constraint")) {
            return Optional.of(named(ChangeDomain.Change.VALIDATE_CONSTRAINT));
        }
        if (cursor.accept("rename", "constraint")) {
            Optional<String> name =
                    Optional.of(cursor.label("a constraint's name").value());
            cursor.expect("to");
            Optional<String> newName = Optional.of(cursor.label("the new name").value());
            return Optional.of(domain(ChangeDomain.Change.RENAME_CONSTRAINT, name, Optional.empty(), newName));
        }
        return cursor.accept("drop", "constraint") ? Optional.of(dropConstraint()) : Optional.empty();
    }

    private TypeOperation dropConstraint() {
        boolean ifExists = cursor.accept("if", "exists");
        Optional<String> name = Optional.of(cursor.label("a constraint's name").value());
        return new ChangeDomain(
                type(),
                ChangeDomain.Change.DROP_CONSTRAINT,
                name,
                Optional.empty(),
                Optional.empty(),
                ifExists,
                AlterTableReader.cascade(cursor));
    }

    private TypeOperation named(ChangeDomain.Change change) {
        return domain(
                change, Optional.of(cursor.label("a constraint's name").value()), Optional.empty(), Optional.empty());
    }

    private TypeOperation domain(ChangeDomain.Change change) {
        return domain(change, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private TypeOperation domain(
            ChangeDomain.Change change,
            Optional<String> constraint,
            Optional<ConstraintSpec> added,
            Optional<String> detail) {
        return new ChangeDomain(type(), change, constraint, added, detail, false, false);
    }

    /** The attributes of CREATE TYPE … AS (…). */
    static List<ColumnSpec> attributes(Cursor cursor) {
        cursor.expectSymbol("(");
        List<ColumnSpec> attributes = new ArrayList<>();
        while (!cursor.atSymbol(")")) {
            String name = cursor.label("an attribute's name").value();
            DataType type = TypeReader.read(cursor);
            Optional<String> collation = cursor.accept("collate") ? cursor.collation() : Optional.empty();
            attributes.add(new ColumnSpec(name, type, false, Optional.empty(), Optional.empty(), List.of(), collation));
            if (!cursor.acceptSymbol(",")) {
                break;
            }
        }
        cursor.expectSymbol(")");
        return attributes;
    }
}
