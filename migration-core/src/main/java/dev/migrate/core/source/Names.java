package dev.migrate.core.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Optional;

/** What names stand for: locals, fields, constants of this and of other classes, constants of enums. */
final class Names {
    private final Run run;
    private final Evaluator evaluator;
    private final Fields fields;

    Names(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
        this.fields = new Fields(run, evaluator);
    }

    Fields fields() {
        return fields;
    }

    Value named(NameExpr name, Frame frame) {
        Span span = frame.span(name);
        String written = name.getNameAsString();
        Optional<Variable> local = frame.variable(written);
        if (local.isPresent()) {
            return Evaluator.known(local.get().value(), span);
        }
        return field(written, frame, span)
                .or(() -> imported(written, frame, span))
                .map(value -> Evaluator.known(value, span))
                .orElseThrow(() -> new NotUnderstood(written + " is not a constant", span));
    }

    /** A field of the class that the code stands in, or of a class around it. */
    private Optional<Value> field(String name, Frame frame, Span span) {
        Optional<Value> own = frame.self().flatMap(self -> self.field(name)).map(Variable::value);
        if (own.isPresent()) {
            return own;
        }
        Optional<TypeRef> level = Optional.of(frame.owner());
        while (level.isPresent()) {
            Optional<Value> found = ofType(level.get(), name, frame, span);
            if (found.isPresent()) {
                return found;
            }
            FileScope scope = level.get().scope();
            level = FileScope.enclosing(level.get().declaration()).map(outer -> new TypeRef(outer, scope));
        }
        return Optional.empty();
    }

    /** A field of a type or of one above it. */
    Optional<Value> ofType(TypeRef type, String name, Frame frame, Span span) {
        for (TypeRef declaring : type.hierarchy()) {
            Optional<Value> found = declaredIn(declaring, name, frame, span);
            if (found.isPresent()) {
                return found;
            }
        }
        return type.scope().resolver().constant(type.canonicalName(), name).map(constant -> constant(constant, span));
    }

    private Optional<Value> declaredIn(TypeRef type, String name, Frame frame, Span span) {
        if (type.declaration() instanceof EnumDeclaration constants) {
            int ordinal = 0;
            for (EnumConstantDeclaration constant : constants.getEntries()) {
                if (constant.getNameAsString().equals(name)) {
                    return Optional.of(evaluator.creations().constant(type, constant, ordinal, frame, span));
                }
                ordinal++;
            }
        }
        Optional<VariableDeclarator> variable = variable(type.declaration(), name);
        if (variable.isPresent()) {
            return Optional.of(fields.value(type, variable.get(), frame, span));
        }
        return type.declaration() instanceof RecordDeclaration record && isComponent(record, name)
                ? frame.self().flatMap(self -> self.field(name)).map(Variable::value)
                : Optional.empty();
    }

    private static boolean isComponent(RecordDeclaration record, String name) {
        for (Parameter component : record.getParameters()) {
            if (component.getNameAsString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    static Optional<VariableDeclarator> variable(TypeDeclaration<?> type, String name) {
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    if (variable.getNameAsString().equals(name)) {
                        return Optional.of(variable);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a static import gives a field of that name: it comes before a type. */
    boolean importsField(String name, Frame frame) {
        return frame.scope().staticImports(name).stream()
                .anyMatch(type -> type.equals(FileScope.DATA_TYPES)
                        ? JooqType.constant(name, Span.NONE).isPresent()
                        : frame.scope()
                                .find(type)
                                .filter(known ->
                                        variable(known.declaration(), name).isPresent())
                                .isPresent());
    }

    private Optional<Value> imported(String name, Frame frame, Span span) {
        for (String type : frame.scope().staticImports(name)) {
            Optional<Value> found = memberOf(type, name, frame, span);
            // An import on demand may mean another class, so a name alone is no symbol.
            if (found.filter(value -> !(value instanceof Symbol)).isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Value member(FieldAccessExpr access, Frame frame) {
        Span span = frame.span(access);
        String name = access.getNameAsString();
        Expression scope = access.getScope();
        if (scope instanceof ThisExpr || scope instanceof SuperExpr) {
            return field(name, frame, span)
                    .map(value -> Evaluator.known(value, span))
                    .orElseThrow(() -> new NotUnderstood(name + " is not a constant", span));
        }
        Optional<String> type = evaluator.calls().typeName(scope, frame);
        if (type.isPresent()) {
            return memberOf(type.get(), name, frame, span)
                    .map(value -> Evaluator.known(value, span))
                    .orElseThrow(() -> new NotUnderstood(access + " is not a constant", span));
        }
        boolean value = !(scope instanceof NameExpr variable) || isVariable(variable, frame);
        return value
                ? ofValue(evaluator.argument(scope, frame), name, frame, span)
                : evaluator.unknown(access + " is not a constant", span);
    }

    private boolean isVariable(NameExpr name, Frame frame) {
        String written = name.getNameAsString();
        return frame.variable(written).isPresent()
                || field(written, frame, frame.span(name)).isPresent()
                || !frame.scope().staticImports(written).isEmpty();
    }

    private Value ofValue(Argument owner, String name, Frame frame, Span span) {
        if (name.equals("length") && Sequence.is(owner.value())) {
            return new Value.Constant(Sequence.elements(owner).size());
        }
        if (owner.value() instanceof Instance instance && instance.field(name).isPresent()) {
            return Evaluator.known(instance.field(name).get().value(), span);
        }
        if (owner.value() instanceof GeneratedTable table) {
            return table.column(name, frame, span, evaluator);
        }
        return evaluator.unknown(name + " is not a constant", span);
    }

    /** A static field of a type. */
    Optional<Value> memberOf(String type, String name, Frame frame, Span span) {
        if (type.equals(FileScope.DATA_TYPES)) {
            return JooqType.constant(name, span);
        }
        if (type.equals("java.math.BigDecimal")) {
            return Numbers.decimal(name).map(Value.Constant::new);
        }
        Optional<Object> constant = frame.scope().declared(type).isPresent()
                ? Optional.empty()
                : frame.scope().resolver().constant(type, name);
        if (constant.isPresent()) {
            return constant.map(given -> constant(given, span));
        }
        Optional<Value> found = frame.scope().find(type).flatMap(known -> ofType(known, name, frame, span));
        return found.isPresent() || !isLibrary(type) ? found : Optional.of(new Symbol(simple(type), name));
    }

    private static boolean isLibrary(String type) {
        return type.startsWith("org.jooq.") || type.startsWith("java.");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** A constant of a class that is not read, known by its name. */
    record Symbol(String type, String name) implements Value.Opaque {}

    private static Value constant(Object constant, Span span) {
        return constant instanceof String string
                ? new Value.Text(Traced.of(string, span))
                : new Value.Constant(constant);
    }

    /** The variable that an assignment sets; empty for what is not followed. */
    Optional<Variable> assignable(Expression target, Frame frame) {
        if (target instanceof NameExpr name) {
            String written = name.getNameAsString();
            return frame.variable(written).or(() -> fields.assignable(written, frame));
        }
        if (target instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
            return fields.assignable(access.getNameAsString(), frame);
        }
        if (target instanceof FieldAccessExpr access
                && evaluator.lenient(access.getScope(), frame).value() instanceof Instance instance) {
            return instance.field(access.getNameAsString());
        }
        return Optional.empty();
    }

    Run run() {
        return run;
    }
}
