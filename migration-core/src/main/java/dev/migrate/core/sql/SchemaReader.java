package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CREATE SCHEMA with the statements that can stand in it, without semicolons between them. What they make without
 * naming a schema is in the new one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createschema.html">CREATE SCHEMA</a>
 */
final class SchemaReader {
    private final Cursor cursor;

    SchemaReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What is behind CREATE SCHEMA. */
    List<SpannedOperation> read() {
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        Optional<Token> name =
                cursor.at("authorization") ? Optional.empty() : Optional.of(cursor.label("the schema's name"));
        if (cursor.accept("authorization")) {
            Token role = cursor.label("a role's name");
            name = name.or(() -> Optional.of(role));
        }
        Target target = Target.of(ObjectKind.SCHEMA, name.orElseThrow(() -> cursor.expected("the schema's name")));
        List<SpannedOperation> operations = new ArrayList<>(1);
        operations.add(
                target.operation(Verb.CREATE, Optional.empty(), target.form().guarded(ifNotExists)));
        elements(operations, target.object().name());
        return operations;
    }

    private void elements(List<SpannedOperation> operations, String schema) {
        List<SpannedOperation> elements = new ArrayList<>();
        while (!cursor.atEnd()) {
            elements.addAll(StatementReader.operations(cursor.part(elementLength())));
        }
        Set<ObjectName> made = new HashSet<>();
        for (SpannedOperation element : elements) {
            if (makes(element.operation())) {
                element.operation().subject().ifPresent(made::add);
            }
        }
        for (SpannedOperation element : elements) {
            DdlOperation qualified = OperationNames.mapped(
                    element.operation(),
                    name -> made.contains(name) && name.schema().isEmpty() ? ObjectName.of(schema, name.name()) : name);
            operations.add(new SpannedOperation(qualified, element.start(), element.end()));
        }
    }

    private static boolean makes(DdlOperation operation) {
        return operation instanceof DdlOperation.CreateTable
                || (operation instanceof ObjectChange change
                        && change.creates()
                        && change.on().isEmpty());
    }

    /** Up to the next CREATE or GRANT, both of which are reserved words. */
    private int elementLength() {
        int length = 1;
        int depth = 0;
        while (cursor.peek(length).kind() != Token.Kind.END) {
            Token token = cursor.peek(length);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && (token.word("create") || token.word("grant"))) {
                break;
            }
            length++;
        }
        return length;
    }
}
