package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which object a statement is about, in the form that each kind of object has. */
final class TargetReader {
    private final Cursor cursor;

    TargetReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The object of the kind at the cursor, which is behind the kind's words. */
    Target read(ObjectKind kind) {
        return switch (kind) {
            case TRIGGER, RULE, POLICY -> ofRelation(kind);
            case CONSTRAINT -> ofConstraint();
            case COLUMN -> ofColumn();
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> routine(kind);
            case OPERATOR -> operator();
            case OPERATOR_CLASS, OPERATOR_FAMILY -> operatorClass(kind);
            case CAST -> cast();
            case TRANSFORM -> transform();
            case USER_MAPPING -> userMapping();
            case LARGE_OBJECT -> number();
            case PARAMETER -> Target.of(kind, setting());
            case ROLE -> Target.of(kind, role());
            case LANGUAGE -> Target.of(kind, language());
            case TYPE, DOMAIN -> Target.of(kind, typeName());
            case DEFAULT_PRIVILEGES, OWNED -> throw cursor.expected("an object");
            default -> Target.of(kind, cursor.anyName("the " + kind.lower() + "'s name"));
        };
    }

    /** The objects of the kind, with commas between them. */
    List<Target> list(ObjectKind kind) {
        List<Target> targets = new ArrayList<>(1);
        do {
            targets.add(read(kind));
        } while (cursor.acceptSymbol(","));
        return targets;
    }

    private Target ofRelation(ObjectKind kind) {
        Token name = cursor.label("the " + kind.lower() + "'s name");
        if (!cursor.accept("on")) {
            // DROP RULE and DROP TRIGGER of other databases' dialects have no table.
            throw cursor.expected("ON");
        }
        return Target.of(kind, name).on(cursor.objectName("a table's name").name());
    }

    private Target ofConstraint() {
        Token name = cursor.label("a constraint's name");
        cursor.expect("on");
        cursor.accept("domain");
        return Target.of(ObjectKind.CONSTRAINT, name)
                .on(cursor.objectName("a table's name").name());
    }

    private Target ofColumn() {
        List<Token> parts = new ArrayList<>(3);
        do {
            parts.add(cursor.label("a column's name"));
        } while (cursor.acceptSymbol("."));
        if (parts.size() < 2) {
            throw cursor.expected("a column's name");
        }
        Token column = parts.get(parts.size() - 1);
        String table = parts.get(parts.size() - 2).value();
        ObjectName relation = parts.size() == 2
                ? ObjectName.of(table)
                : ObjectName.of(parts.get(parts.size() - 3).value(), table);
        return Target.of(ObjectKind.COLUMN, column).on(relation);
    }

    private Target routine(ObjectKind kind) {
        Cursor.Name name = cursor.anyName("the " + kind.lower() + "'s name");
        return Target.of(kind, name, cursor.atSymbol("(") ? Optional.of(arguments()) : Optional.empty());
    }

    /** The types of a routine's arguments, without their names, modes and defaults, and without those that only go out. */
    String arguments() {
        Token open = cursor.expectSymbol("(");
        List<String> types = new ArrayList<>();
        while (!cursor.acceptSymbol(")")) {
            if (cursor.atEnd()) {
                throw new Unread(open, "a parenthesis is not closed");
            }
            argument(types);
            cursor.acceptSymbol(",");
            if (cursor.accept("order", "by") && !types.isEmpty()) {
                types.add("ORDER BY");
            }
        }
        return types.stream().collect(Collectors.joining(", "));
    }

    /** The mode can stand before the name or behind it. */
    private void argument(List<String> types) {
        boolean nameFirst = isMode(cursor.peek(1))
                && cursor.peek().identifier()
                && !isMode(cursor.peek())
                && !endsArgument(cursor.peek(2));
        if (nameFirst) {
            cursor.next();
        }
        boolean mode = isMode(cursor.peek()) && !endsArgument(cursor.peek(1));
        boolean onlyOut = mode && cursor.at("out");
        String prefix = mode && cursor.at("variadic") ? "VARIADIC " : "";
        if (mode) {
            cursor.next();
            if (cursor.last().word("in")) {
                cursor.accept("out");
            }
        }
        String type = argumentType();
        cursor.skipToCommaOrClose();
        if (!onlyOut) {
            types.add(prefix + type);
        }
    }

    private static boolean isMode(Token token) {
        return token.word("in") || token.word("out") || token.word("inout") || token.word("variadic");
    }

    private static boolean endsArgument(Token token) {
        return token.symbol(",") || token.symbol(")");
    }

    /** A type with a name in front, or without: it is told apart by trying. */
    private String argumentType() {
        if (cursor.peek().kind() == Kind.OPERATOR) {
            // f(*), an aggregate of rows.
            return cursor.next().value();
        }
        int mark = cursor.mark();
        Optional<String> alone = typeUpToEnd(mark);
        if (alone.isPresent()) {
            return alone.get();
        }
        cursor.back(mark);
        cursor.next();
        return typeUpToEnd(cursor.mark()).orElseThrow(() -> cursor.expected("an argument's type"));
    }

    private Optional<String> typeUpToEnd(int mark) {
        cursor.back(mark);
        try {
            cursor.accept("setof");
            String type = TypeReader.read(cursor).toString();
            if (cursor.peek().kind() == Kind.OPERATOR && cursor.peek().value().equals("%")) {
                cursor.next();
                cursor.next();
            }
            boolean ends = endsArgument(cursor.peek())
                    || cursor.at("default")
                    || cursor.at("order")
                    || cursor.peek().value().equals("=")
                    || cursor.peek().symbol(":=");
            return ends ? Optional.of(type) : Optional.empty();
        } catch (Unread none) {
            return Optional.empty();
        }
    }

    /** An operator's name, which is no identifier, with its operands if they stand there. */
    Target operator() {
        Token first = cursor.peek();
        Optional<String> schema = Optional.empty();
        if (first.identifier()) {
            schema = Optional.of(cursor.next().value());
            cursor.expectSymbol(".");
        }
        Token sign = cursor.next();
        if (sign.kind() != Kind.OPERATOR) {
            throw new Unread(sign, "an operator was expected where \"" + cursor.word(sign) + "\" stands");
        }
        Optional<String> operands = cursor.atSymbol("(") ? Optional.of(operands()) : Optional.empty();
        ObjectName name = new ObjectName(schema, sign.value());
        return Target.of(ObjectKind.OPERATOR, new Cursor.Name(name, first.start(), sign.end()), operands);
    }

    private String operands() {
        cursor.expectSymbol("(");
        List<String> operands = new ArrayList<>(2);
        do {
            operands.add(
                    cursor.accept("none") ? "NONE" : TypeReader.read(cursor).toString());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return String.join(", ", operands);
    }

    private Target operatorClass(ObjectKind kind) {
        Cursor.Name name = cursor.anyName("the " + kind.lower() + "'s name");
        return Target.of(
                kind,
                name,
                cursor.accept("using")
                        ? Optional.of(cursor.label("an access method").value())
                        : Optional.empty());
    }

    private Target cast() {
        cursor.expectSymbol("(");
        Token first = cursor.peek();
        String source = TypeReader.read(cursor).toString();
        int end = cursor.last().end();
        cursor.expect("as");
        String target = TypeReader.read(cursor).toString();
        cursor.expectSymbol(")");
        return Target.of(
                ObjectKind.CAST, new Cursor.Name(ObjectName.of(source), first.start(), end), Optional.of(target));
    }

    private Target transform() {
        cursor.expect("for");
        Token first = cursor.peek();
        String type = TypeReader.read(cursor).toString();
        int end = cursor.last().end();
        cursor.expect("language");
        return Target.of(
                ObjectKind.TRANSFORM,
                new Cursor.Name(ObjectName.of(type), first.start(), end),
                Optional.of(cursor.label("a language's name").value()));
    }

    private Target userMapping() {
        cursor.expect("for");
        String role = cursor.label("a role's name").value();
        cursor.expect("server");
        Token server = cursor.label("a server's name");
        return Target.of(
                ObjectKind.USER_MAPPING,
                new Cursor.Name(ObjectName.of(server.value()), server.start(), server.end()),
                Optional.of(role));
    }

    private Target number() {
        Token number = cursor.next();
        return Target.of(
                ObjectKind.LARGE_OBJECT,
                new Cursor.Name(ObjectName.of(cursor.word(number)), number.start(), number.end()));
    }

    private Cursor.Name setting() {
        return cursor.anyName("a parameter's name");
    }

    private Token role() {
        return cursor.label("a role's name");
    }

    /** A language was a string once, and still can be. */
    private Token language() {
        return cursor.peek().kind() == Kind.STRING ? cursor.next() : cursor.label("a language's name");
    }

    /** The name of a type, which in COMMENT ON TYPE can be of several words. */
    private Cursor.Name typeName() {
        Token first = cursor.peek();
        boolean qualified = cursor.peek(1).symbol(".");
        boolean words = cursor.peek(1).word("precision")
                || cursor.peek(1).word("varying")
                || cursor.peek(1).word("with")
                || cursor.peek(1).word("without");
        if (words && !qualified) {
            String type = TypeReader.read(cursor).toString();
            return new Cursor.Name(
                    ObjectName.of(type), first.start(), cursor.last().end());
        }
        return cursor.anyName("a type's name");
    }
}
