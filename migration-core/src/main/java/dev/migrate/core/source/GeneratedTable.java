package dev.migrate.core.source;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that jOOQ's generator made a class of, or a class that is written in that form.
 *
 * @param table as statements name it
 */
record GeneratedTable(TypeRef type, JooqPart.Table table) implements JooqPart {
    private static final Set<String> TABLES = Set.of("org.jooq.impl.TableImpl", "org.jooq.impl.CustomTable");
    private static final Set<String> SCHEMAS = Set.of("org.jooq.impl.SchemaImpl");

    /** The table that a class is; empty for a class that is none. */
    static Optional<Value> of(TypeRef type, Call call, Frame frame, Evaluator evaluator) {
        List<String> ancestors = type.ancestors();
        if (ancestors.stream().anyMatch(SCHEMAS::contains)) {
            return Optional.of(named(type, call, frame, evaluator));
        }
        if (ancestors.stream().noneMatch(TABLES::contains)) {
            return Optional.empty();
        }
        if (call.count() > 0) {
            throw new NotUnderstood("the alias of " + type.simpleName() + " is not read", call.span());
        }
        JooqPart.Name name = named(type, call, frame, evaluator);
        Optional<JooqPart.Name> schema = schema(type, call, frame, evaluator);
        Traced qualified = schema.map(given -> Traced.join(".", List.of(given.qualified(), name.qualified())))
                .orElseGet(name::qualified);
        return Optional.of(new GeneratedTable(type, new JooqPart.Table(qualified, name.last())));
    }

    private static Frame inside(TypeRef type, Span use, Frame frame) {
        Optional<Span> site =
                type.scope() == frame.scope() && frame.site().isEmpty() ? Optional.empty() : Optional.of(use);
        return Frame.of(type, Optional.empty(), site, frame.depth() + 1);
    }

    /** The name that the constructor without arguments hands to another. */
    private static JooqPart.Name named(TypeRef type, Call call, Frame frame, Evaluator evaluator) {
        for (ConstructorDeclaration constructor : type.declaration().getConstructors()) {
            Optional<ExplicitConstructorInvocationStmt> first =
                    constructor.findFirst(ExplicitConstructorInvocationStmt.class);
            if (constructor.getParameters().isEmpty()
                    && first.isPresent()
                    && !first.get().getArguments().isEmpty()) {
                Frame inner = inside(type, call.methodSpan(), frame);
                return JooqPart.name(evaluator.argument(first.get().getArgument(0), inner), "table");
            }
        }
        throw new NotUnderstood("the name of " + type.simpleName() + " is not found in its source", call.span());
    }

    private static Optional<JooqPart.Name> schema(TypeRef type, Call call, Frame frame, Evaluator evaluator) {
        List<MethodDeclaration> methods = type.declaration().getMethodsByName("getSchema");
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        Expression given = methods.get(0)
                .findFirst(ReturnStmt.class)
                .flatMap(ReturnStmt::getExpression)
                .orElseThrow(call::notUnderstood);
        Expression schema = given instanceof ConditionalExpr choice ? choice.getElseExpr() : given;
        return Optional.of(JooqPart.name(evaluator.argument(schema, inside(type, call.methodSpan(), frame)), "schema"));
    }

    /** A column by the name of its field. */
    Value column(String field, Frame frame, Span use, Evaluator evaluator) {
        VariableDeclarator variable = Names.variable(type.declaration(), field)
                .orElseThrow(() -> new NotUnderstood(type.simpleName() + " has no " + field, use));
        return column(variable, frame, use, evaluator);
    }

    private Value column(VariableDeclarator variable, Frame frame, Span use, Evaluator evaluator) {
        if (!(variable.getInitializer().orElse(null) instanceof MethodCallExpr made)
                || !made.getNameAsString().equals("createField")
                || made.getArguments().size() < 2) {
            return evaluator.unknown(variable.getNameAsString() + " is no column of " + type.simpleName(), use);
        }
        Frame inner = inside(type, use, frame);
        JooqPart.Name name = JooqPart.name(evaluator.argument(made.getArgument(0), inner), "column");
        Optional<JooqType> dataType =
                evaluator.argument(made.getArgument(1), inner).value() instanceof JooqType given
                        ? Optional.of(given)
                        : Optional.empty();
        return JooqSql.column(name.last().at(use), Optional.of(table.qualified()), dataType);
    }

    /** A method of the table. */
    Value call(Call call, Frame frame, Evaluator evaluator) {
        return switch (call.method()) {
            case "fields" -> new Sequence(columns(call, frame, evaluator));
            case "field" -> field(call.settled(), frame, evaluator);
            default -> JooqPart.call(new Argument(table, call.span()), call.settled());
        };
    }

    private Value field(Call call, Frame frame, Evaluator evaluator) {
        String wanted =
                JooqPart.name(call.require(1).argument(0), "column").last().text();
        return columns(call, frame, evaluator).stream()
                .map(Argument::value)
                .filter(column ->
                        column instanceof JooqSql sql && sql.sql().text().equals(wanted))
                .findFirst()
                .orElseThrow(call::notUnderstood);
    }

    private List<Argument> columns(Call call, Frame frame, Evaluator evaluator) {
        List<Argument> columns = new ArrayList<>();
        for (FieldDeclaration field : type.declaration().getFields()) {
            for (VariableDeclarator variable : field.getVariables()) {
                boolean column = !field.isStatic()
                        && variable.getInitializer()
                                .filter(made -> made instanceof MethodCallExpr creation
                                        && creation.getNameAsString().equals("createField"))
                                .isPresent();
                if (column) {
                    columns.add(new Argument(column(variable, frame, call.methodSpan(), evaluator), call.methodSpan()));
                }
            }
        }
        return columns;
    }

    @Override
    public Optional<Traced> asText() {
        return table.asText();
    }
}
