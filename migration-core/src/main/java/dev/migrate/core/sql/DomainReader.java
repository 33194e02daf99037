package dev.migrate.core.sql;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.TypeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a domain is made of. */
final class DomainReader {
    private static final Set<String> AFTER_DEFAULT = Set.of("constraint", "not", "null", "check", "default", "collate");

    private final Cursor cursor;
    private final List<ConstraintSpec> constraints = new ArrayList<>(1);
    private boolean notNull;
    private Optional<String> defaultExpression = Optional.empty();
    private Optional<String> collation = Optional.empty();

    private DomainReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads what is behind the name in CREATE DOMAIN. */
    static TypeForm.Domain read(Cursor cursor) {
        return new DomainReader(cursor).read();
    }

    private TypeForm.Domain read() {
        cursor.accept("as");
        DataType base = TypeReader.read(cursor);
        while (!cursor.atEnd()) {
            part();
        }
        return new TypeForm.Domain(base, notNull, defaultExpression, constraints, collation);
    }

    private void part() {
        if (cursor.accept("default")) {
            String expression = ColumnReader.expression(cursor, AFTER_DEFAULT);
            defaultExpression = ColumnReader.isNull(expression) ? Optional.empty() : Optional.of(expression);
        } else if (cursor.accept("collate")) {
            collation = cursor.collation();
        } else if (cursor.accept("null")) {
            notNull = false;
        } else {
            ConstraintSpec constraint = constraint(cursor);
            if (constraint instanceof ConstraintSpec.NotNull) {
                notNull = true;
            }
            if (!(constraint instanceof ConstraintSpec.NotNull)
                    || constraint.name().isPresent()) {
                constraints.add(constraint);
            }
        }
    }

    /** {@code [CONSTRAINT name] CHECK (…) [NOT VALID]} and {@code NOT NULL}. */
    static ConstraintSpec constraint(Cursor cursor) {
        Optional<String> name = cursor.accept("constraint")
                ? Optional.of(cursor.label("a constraint's name").value())
                : Optional.empty();
        if (cursor.accept("not", "null")) {
            return new ConstraintSpec.NotNull(name, "", false);
        }
        if (name.isPresent() && cursor.accept("null")) {
            throw cursor.unread("CONSTRAINT … NULL is no constraint");
        }
        cursor.expect("check");
        String condition = cursor.parenthesised();
        cursor.accept("no", "inherit");
        return new ConstraintSpec.Check(name, condition, cursor.accept("not", "valid"), true);
    }
}
