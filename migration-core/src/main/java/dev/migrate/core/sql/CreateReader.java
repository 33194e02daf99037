package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.operation.TypeOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE of what is no table and no index. What is behind the parts that matter is passed over. */
final class CreateReader {
    private final Cursor cursor;
    private final TargetReader targets;
    private Verb verb = Verb.CREATE;
    private boolean temporary;

    CreateReader(Cursor cursor) {
        this.cursor = cursor;
        this.targets = new TargetReader(cursor);
    }

    /** The statement at the cursor. */
    List<SpannedOperation> read() {
        int mark = cursor.mark();
        cursor.expect("create");
        if (cursor.accept("or", "replace")) {
            verb = Verb.REPLACE;
        }
        persistence();
        boolean recursive = cursor.at("recursive");
        Optional<ObjectKind> kind = ObjectKinds.read(cursor);
        if (kind.isEmpty()) {
            cursor.back(mark);
            throw StatementReader.notUnderstood(cursor);
        }
        if (kind.get() == ObjectKind.SCHEMA) {
            return new SchemaReader(cursor).read();
        }
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        SpannedOperation operation = read(kind.get(), ifNotExists, recursive);
        cursor.skipToEnd();
        return List.of(operation);
    }

    private void persistence() {
        cursor.accept("unlogged");
        if (!cursor.accept("global")) {
            cursor.accept("local");
        }
        temporary = cursor.accept("temporary") || cursor.accept("temp");
    }

    private SpannedOperation read(ObjectKind kind, boolean ifNotExists, boolean recursive) {
        return switch (kind) {
            case TYPE -> type();
            case DOMAIN -> domain();
            case VIEW, MATERIALIZED_VIEW -> view(kind, ifNotExists, recursive);
            case TRIGGER -> trigger();
            case RULE -> rule();
            case POLICY -> policy();
            case STATISTICS -> statistics(ifNotExists);
            case SEQUENCE -> sequence(ifNotExists);
            case AGGREGATE -> aggregate();
            case OPERATOR -> operator();
            case OPERATOR_CLASS -> operatorClass();
            case EVENT_TRIGGER -> eventTrigger();
            case PUBLICATION -> publication();
            case FOREIGN_TABLE -> foreignTable(ifNotExists);
            case EXTENSION -> extension(ifNotExists);
            case COLUMN, CONSTRAINT, TABLE, INDEX, LARGE_OBJECT, PARAMETER, DEFAULT_PRIVILEGES, OWNED, ROUTINE ->
                throw cursor.unread("CREATE " + kind.words() + " is not understood");
            case FUNCTION -> function();
            default -> simple(targets.read(kind), ifNotExists);
        };
    }

    private SpannedOperation simple(Target target, boolean ifNotExists) {
        return target.operation(verb, Optional.empty(), target.form().guarded(ifNotExists));
    }

    /** What it says of its volatility is kept; the body is not read. */
    private SpannedOperation function() {
        Target target = targets.read(ObjectKind.FUNCTION);
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (token.word("immutable") || token.word("stable") || token.word("volatile")) {
                return target.operation(verb, Optional.empty(), target.form().definition(token.value()));
            }
        }
        return target.operation(verb, Optional.empty(), target.form());
    }

    private SpannedOperation type() {
        Target target = targets.read(ObjectKind.TYPE);
        return new SpannedOperation(
                new TypeOperation.CreateType(target.object(), typeForm()), target.start(), target.end());
    }

    private TypeForm typeForm() {
        if (!cursor.accept("as")) {
            return new TypeForm.Base();
        }
        if (cursor.accept("enum")) {
            return new TypeForm.Enumeration(labels());
        }
        return cursor.accept("range") ? range() : new TypeForm.Composite(AlterTypeReader.attributes(cursor));
    }

    private List<String> labels() {
        cursor.expectSymbol("(");
        List<String> labels = new ArrayList<>();
        while (!cursor.atSymbol(")")) {
            labels.add(Literals.read(cursor, "a label"));
            if (!cursor.acceptSymbol(",")) {
                break;
            }
        }
        cursor.expectSymbol(")");
        return labels;
    }

    private TypeForm range() {
        cursor.expectSymbol("(");
        while (!cursor.atEnd()) {
            if (cursor.accept("subtype") && cursor.acceptOperator("=")) {
                return new TypeForm.Range(TypeReader.read(cursor));
            }
            cursor.skipToCommaOrClose();
            cursor.next();
        }
        throw cursor.expected("SUBTYPE");
    }

    private SpannedOperation domain() {
        Target target = targets.read(ObjectKind.DOMAIN);
        return new SpannedOperation(
                new TypeOperation.CreateType(target.object(), DomainReader.read(cursor)), target.start(), target.end());
    }

    private SpannedOperation view(ObjectKind kind, boolean ifNotExists, boolean recursive) {
        Target target = targets.read(kind);
        List<String> columns = cursor.atSymbol("(") ? cursor.labels("a column's name") : List.of();
        cursor.skipTo("as");
        cursor.expect("as");
        if (cursor.atEnd()) {
            throw cursor.expected("the view's query");
        }
        Token first = cursor.peek();
        List<ObjectName> uses = new ArrayList<>(QueryRelations.of(cursor));
        if (recursive) {
            uses.remove(target.object());
        }
        ObjectForm form = target.form()
                .guarded(ifNotExists)
                .temporary(temporary)
                .columns(columns)
                .uses(uses)
                .definition(cursor.textFrom(first));
        return target.operation(verb, Optional.empty(), form);
    }

    private SpannedOperation trigger() {
        Token name = cursor.label("the trigger's name");
        Token event = cursor.peek();
        List<String> columns = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.at("on")) {
            if (cursor.accept("of") && cursor.peek(-2).word("update")) {
                do {
                    columns.add(cursor.label("a column's name").value());
                } while (cursor.acceptSymbol(","));
            } else {
                cursor.next();
            }
        }
        String events = cursor.mark() > 0 && !cursor.peek().equals(event) ? cursor.textFrom(event) : "";
        cursor.expect("on");
        Target target = Target.of(ObjectKind.TRIGGER, name)
                .on(cursor.objectName("a table's name").name());
        ObjectForm form = target.form().columns(columns).uses(executed());
        return target.operation(verb, Optional.of(events), form);
    }

    /** The function behind EXECUTE FUNCTION, or EXECUTE PROCEDURE as it was before 11. */
    private List<ObjectName> executed() {
        cursor.skipTo("execute");
        cursor.expect("execute");
        if (!cursor.accept("function")) {
            cursor.expect("procedure");
        }
        return List.of(cursor.anyName("a function's name").name());
    }

    private SpannedOperation rule() {
        Token name = cursor.label("the rule's name");
        cursor.expect("as");
        cursor.expect("on");
        String event = cursor.next().value();
        cursor.expect("to");
        Target target = Target.of(ObjectKind.RULE, name)
                .on(cursor.objectName("a table's name").name());
        return target.operation(verb, Optional.of(event), target.form().uses(List.copyOf(QueryRelations.of(cursor))));
    }

    private SpannedOperation policy() {
        Target target = targets.read(ObjectKind.POLICY);
        boolean restrictive = cursor.at("as", "restrictive");
        return target.operation(verb, Optional.of(restrictive ? "RESTRICTIVE" : "PERMISSIVE"), target.form());
    }

    private SpannedOperation statistics(boolean ifNotExists) {
        Optional<Cursor.Name> name = cursor.at("on") || cursor.atSymbol("(")
                ? Optional.empty()
                : Optional.of(cursor.anyName("the statistics' name"));
        cursor.skipTo("on");
        Token first = cursor.expect("on");
        cursor.skipTo("from");
        cursor.expect("from");
        Cursor.Name table = cursor.objectName("a table's name");
        // Since 16 the name can be left to the server.
        Target target = Target.of(
                        ObjectKind.STATISTICS,
                        name.orElseGet(() -> new Cursor.Name(
                                ObjectName.of(table.name().name() + "_stat"), first.start(), first.end())))
                .on(table.name());
        return simple(target, ifNotExists);
    }

    private SpannedOperation sequence(boolean ifNotExists) {
        Target target = AlterReader.withOwner(cursor, targets.read(ObjectKind.SEQUENCE));
        return target.operation(
                verb, Optional.empty(), target.form().guarded(ifNotExists).temporary(temporary));
    }

    /** The form of before 8.2 names its argument's type among the options. */
    private SpannedOperation aggregate() {
        Cursor.Name name = cursor.anyName("the aggregate's name");
        boolean old = cursor.atSymbol("(") && cursor.peek(2).value().equals("=");
        Optional<String> arguments = old ? option("basetype") : Optional.of(targets.arguments());
        return Target.of(ObjectKind.AGGREGATE, name, arguments).operation(verb);
    }

    private SpannedOperation operator() {
        Token first = cursor.peek();
        while (cursor.peek().identifier() && cursor.peek(1).symbol(".")) {
            cursor.next();
            cursor.next();
        }
        Optional<String> schema = cursor.peek().equals(first) ? Optional.empty() : Optional.of(first.value());
        Token sign = cursor.next();
        if (sign.kind() != Token.Kind.OPERATOR) {
            throw new Unread(sign, "an operator was expected where \"" + cursor.word(sign) + "\" stands");
        }
        String operands =
                option("leftarg").orElse("NONE") + ", " + option("rightarg").orElse("NONE");
        return Target.of(
                        ObjectKind.OPERATOR,
                        new Cursor.Name(new ObjectName(schema, sign.value()), first.start(), sign.end()),
                        Optional.of(operands))
                .operation(verb);
    }

    /** The type that an option in parentheses gives; the cursor stays before them. */
    private Optional<String> option(String name) {
        int mark = cursor.mark();
        Optional<String> type = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.accept(name) && cursor.acceptOperator("=")) {
                type = Optional.of(TypeReader.read(cursor).toString());
                break;
            }
            cursor.next();
        }
        cursor.back(mark);
        return type;
    }

    private SpannedOperation operatorClass() {
        Cursor.Name name = cursor.anyName("the operator class's name");
        cursor.skipTo("using");
        cursor.expect("using");
        Token method = cursor.label("an access method");
        return Target.of(ObjectKind.OPERATOR_CLASS, name, Optional.of(method.value()))
                .operation(verb);
    }

    private SpannedOperation eventTrigger() {
        Target target = targets.read(ObjectKind.EVENT_TRIGGER);
        return target.operation(verb, Optional.empty(), target.form().uses(executed()));
    }

    private SpannedOperation publication() {
        Target target = targets.read(ObjectKind.PUBLICATION);
        return target.operation(verb, Optional.empty(), target.form().uses(publishedTables(cursor)));
    }

    /** The tables that CREATE or ALTER PUBLICATION names. */
    static List<ObjectName> publishedTables(Cursor cursor) {
        List<ObjectName> tables = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.at("with")) {
            boolean list = cursor.accept("table") || (!tables.isEmpty() && cursor.acceptSymbol(","));
            if (list && !cursor.at("tables") && !cursor.at("table")) {
                cursor.accept("only");
                tables.add(cursor.objectName("a table's name").name());
            } else if (cursor.atSymbol("(")) {
                cursor.parenthesised();
            } else if (!list) {
                cursor.next();
            }
        }
        return tables;
    }

    private SpannedOperation foreignTable(boolean ifNotExists) {
        Target target = targets.read(ObjectKind.FOREIGN_TABLE);
        List<String> columns = new ArrayList<>();
        Optional<ObjectName> parent = cursor.accept("partition", "of")
                ? Optional.of(cursor.objectName("a table's name").name())
                : Optional.empty();
        if (cursor.acceptSymbol("(") && parent.isEmpty()) {
            while (!cursor.atEnd() && !cursor.atSymbol(")")) {
                columns.add(cursor.label("a column's name").value());
                cursor.skipToCommaOrClose();
                cursor.acceptSymbol(",");
            }
        }
        Target placed = parent.isPresent() ? target.on(parent.get()) : target;
        return placed.operation(
                verb, Optional.empty(), target.form().guarded(ifNotExists).columns(columns));
    }

    private SpannedOperation extension(boolean ifNotExists) {
        Target target = targets.read(ObjectKind.EXTENSION);
        cursor.skipTo("cascade");
        return target.operation(
                verb, Optional.empty(), target.form().guarded(ifNotExists).cascade(cursor.at("cascade")));
    }
}
