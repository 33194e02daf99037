package dev.migrate.core.source;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Optional;
import java.util.Set;

/** The values of fields. */
final class Fields {
    /** Who calls these decides nothing about the fields. */
    private static final Set<String> ENTRIES = Set.of("up", "down", "verify", "migrate", "execute", "run");

    private final Run run;
    private final Evaluator evaluator;

    Fields(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
    }

    Value value(TypeRef type, VariableDeclarator variable, Frame frame, Span use) {
        return isStatic(type, variable) ? ofClass(type, variable, frame, use) : ofObject(type, variable, frame, use);
    }

    private Value ofClass(TypeRef type, VariableDeclarator variable, Frame frame, Span use) {
        // Another file's constant is placed where it is used, so it is read at each use.
        if (type.scope() != run.home()) {
            return initial(type, variable, Frame.of(type, Optional.empty(), Optional.of(use), frame.depth() + 1));
        }
        return variable(type, variable, frame).value();
    }

    private Variable variable(TypeRef type, VariableDeclarator variable, Frame frame) {
        Variable known = run.statics().get(variable);
        if (known != null) {
            return known;
        }
        Span span = type.scope().text().span(variable);
        Variable made = new Variable(new Value.Unknown(variable.getNameAsString() + " is used before it is set", span));
        run.statics().put(variable, made);
        Frame inner = Frame.of(type, Optional.empty(), Optional.empty(), frame.depth() + 1);
        made.replace(initial(type, variable, inner));
        return made;
    }

    private Value ofObject(TypeRef type, VariableDeclarator variable, Frame frame, Span use) {
        String name = variable.getNameAsString();
        Optional<Variable> field = frame.self()
                .flatMap(self -> self.field(name))
                .or(() -> run.main().flatMap(main -> main.field(name)));
        if (field.isPresent()) {
            return field.get().value();
        }
        boolean foreign = type.scope() != run.home();
        return initial(
                type,
                variable,
                Frame.of(type, Optional.empty(), foreign ? Optional.of(use) : Optional.empty(), frame.depth() + 1));
    }

    /** What a field holds before any method has run. */
    Value initial(TypeRef type, VariableDeclarator variable, Frame frame) {
        Span span = frame.span(variable);
        String name = variable.getNameAsString();
        if (frame.depth() >= Evaluator.MAX_DEPTH) {
            return new Value.Unknown(name + " is nested too deeply", span);
        }
        Optional<Value> handle = Database.declared(variable.getType(), frame);
        if (handle.isPresent()) {
            return handle.get();
        }
        if (!isFinal(type, variable) && setFromOutside(type, variable)) {
            return new Value.Unknown(name + " is not final", span);
        }
        Optional<Expression> initializer = variable.getInitializer();
        return initializer.isPresent()
                ? evaluated(initializer.get(), frame)
                : new Value.Unknown(name + " is set by a constructor or an initialiser", span);
    }

    private Value evaluated(Expression initializer, Frame frame) {
        try {
            return evaluator.value(initializer, frame);
        } catch (NotUnderstood unread) {
            return new Value.Unknown(unread.reason(), unread.span());
        }
    }

    static boolean isStatic(TypeRef type, VariableDeclarator variable) {
        return type.isInterface()
                || type.declaration().isAnnotationDeclaration()
                || declaration(variable).map(FieldDeclaration::isStatic).orElse(false);
    }

    private static boolean isFinal(TypeRef type, VariableDeclarator variable) {
        return type.isInterface()
                || type.declaration().isAnnotationDeclaration()
                || declaration(variable).map(FieldDeclaration::isFinal).orElse(false);
    }

    private static Optional<FieldDeclaration> declaration(VariableDeclarator variable) {
        return variable.getParentNode()
                .filter(FieldDeclaration.class::isInstance)
                .map(FieldDeclaration.class::cast);
    }

    /** Whether a framework or another class may have set it before the migration runs. */
    private static boolean setFromOutside(TypeRef type, VariableDeclarator variable) {
        FieldDeclaration field = declaration(variable).orElse(null);
        boolean open = field == null || !field.getAnnotations().isEmpty() || !field.isPrivate();
        return open || isSetByOthers(type.declaration(), variable.getNameAsString());
    }

    private static boolean isSetByOthers(TypeDeclaration<?> type, String name) {
        for (MethodDeclaration method : type.getMethods()) {
            if (!method.isPrivate() && !ENTRIES.contains(method.getNameAsString()) && sets(method, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sets(MethodDeclaration method, String name) {
        return method.findFirst(AssignExpr.class, assignment -> isNamed(assignment.getTarget(), name))
                .isPresent();
    }

    private static boolean isNamed(Expression target, String name) {
        return (target instanceof NameExpr plain && plain.getNameAsString().equals(name))
                || (target instanceof FieldAccessExpr access
                        && access.getNameAsString().equals(name));
    }

    Optional<Variable> assignable(String name, Frame frame) {
        Optional<Variable> own = frame.self()
                .flatMap(self -> self.field(name))
                .or(() -> run.main().flatMap(main -> main.field(name)));
        if (own.isPresent()) {
            return own;
        }
        for (TypeRef type : frame.owner().hierarchy()) {
            Optional<VariableDeclarator> declared = Names.variable(type.declaration(), name);
            if (declared.isPresent() && isStatic(type, declared.get()) && type.scope() == run.home()) {
                return declared.map(variable -> variable(type, variable, frame));
            }
        }
        return Optional.empty();
    }
}
