package dev.migrate.core.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code new} makes, and the constants of enums. */
final class Creations {
    private final Run run;
    private final Evaluator evaluator;

    Creations(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
    }

    Value created(ObjectCreationExpr creation, Frame frame) {
        String written = creation.getType().getNameWithScope();
        List<Argument> arguments = evaluator.lenient(creation.getArguments(), frame);
        Call call = new Call(written, frame.span(creation.getType()), arguments, frame.span(creation));
        Optional<TypeRef> type = frame.scope().type(written, frame.type()).flatMap(frame.scope()::find);
        if (creation.getAnonymousClassBody().isPresent()) {
            return anonymous(type, creation.getAnonymousClassBody().get(), call, frame);
        }
        return type.isPresent()
                ? created(type.get(), call, frame)
                : JdkObjects.created(written, call)
                        .or(() -> Database.created(written, call))
                        .orElseThrow(() -> new NotUnderstood("new " + written + "(…) is not a constant", call.span()));
    }

    private Value anonymous(Optional<TypeRef> type, NodeList<BodyDeclaration<?>> body, Call call, Frame frame) {
        List<BodyDeclaration<?>> members = new ArrayList<>();
        body.forEach(members::add);
        Instance made = Instance.anonymous(type.orElseGet(frame::owner), members, frame);
        type.ifPresent(known -> fill(made, known, call, frame));
        Frame inner = frame.inside(made, frame.depth());
        initialise(made, members, inner);
        return made;
    }

    Value created(TypeRef type, Call call, Frame frame) {
        Optional<Value> table = GeneratedTable.of(type, call, frame, evaluator);
        if (table.isPresent()) {
            return table.get();
        }
        if (frame.depth() >= Evaluator.MAX_DEPTH) {
            throw new NotUnderstood("new " + call.method() + "(…) is nested too deeply", call.span());
        }
        Instance made = Instance.of(type);
        fill(made, type, call, frame);
        return made;
    }

    /** The migration itself, made by its constructor without arguments. */
    Instance migration(TypeRef type) {
        Instance made = Instance.of(type);
        run.begin(made);
        Frame frame = Frame.of(type, Optional.of(made), Optional.empty(), 0);
        Call call = new Call(type.simpleName(), Span.NONE, List.of(), Span.NONE);
        try {
            fill(made, type, call, frame);
        } catch (NotUnderstood injected) {
            // Its constructor takes what a framework hands it; each field that it sets is then not known.
            fields(made, type, frame);
        }
        return made;
    }

    Value constant(TypeRef type, EnumConstantDeclaration constant, int ordinal, Frame frame, Span use) {
        boolean foreign = type.scope() != run.home();
        Optional<Span> site = foreign ? Optional.of(use) : Optional.empty();
        List<BodyDeclaration<?>> body = new ArrayList<>();
        constant.getClassBody().forEach(body::add);
        Instance made = Instance.constant(type, constant.getNameAsString(), ordinal, body);
        if (frame.depth() >= Evaluator.MAX_DEPTH) {
            return made;
        }
        Frame inner = Frame.of(type, Optional.of(made), site, frame.depth() + 1);
        Call call = new Call(constant.getNameAsString(), use, evaluator.lenient(constant.getArguments(), inner), use);
        fill(made, type, call, inner);
        return made;
    }

    /** Sets the fields of an object: those of the classes above first, then the initialisers, then the constructor. */
    private void fill(Instance made, TypeRef type, Call call, Frame caller) {
        boolean foreign = type.scope() != run.home();
        Optional<Span> site = foreign ? Optional.of(caller.site().orElse(call.methodSpan())) : Optional.empty();
        Frame frame = Frame.of(type, Optional.of(made), site, caller.depth() + 1);
        if (type.declaration() instanceof RecordDeclaration record) {
            components(made, record, call, frame);
            return;
        }
        Optional<ConstructorDeclaration> constructor = constructor(type, call, caller);
        Frame body = frame.block();
        constructor.ifPresent(found -> evaluator.calls().methods().bind(found.getParameters(), call, body, type));
        Optional<ExplicitConstructorInvocationStmt> first = constructor.flatMap(Creations::explicit);
        if (first.isPresent() && first.get().isThis()) {
            fill(made, type, delegated(first.get(), call, body), caller);
        } else {
            above(made, type, first, call, body, caller);
            initialise(made, members(type), frame);
        }
        constructor.ifPresent(found -> evaluator.statements().run(found.getBody(), body));
    }

    private Call delegated(ExplicitConstructorInvocationStmt statement, Call call, Frame frame) {
        return call.with(evaluator.lenient(statement.getArguments(), frame));
    }

    private void above(
            Instance made,
            TypeRef type,
            Optional<ExplicitConstructorInvocationStmt> statement,
            Call call,
            Frame frame,
            Frame caller) {
        for (TypeRef above : type.supertypes()) {
            if (!above.isInterface()) {
                Call inner =
                        statement.map(given -> delegated(given, call, frame)).orElseGet(() -> call.with(List.of()));
                fill(made, above, inner, caller.called(caller.depth()));
            }
        }
    }

    private static Optional<ExplicitConstructorInvocationStmt> explicit(ConstructorDeclaration constructor) {
        List<Statement> statements = constructor.getBody().getStatements();
        return !statements.isEmpty() && statements.get(0) instanceof ExplicitConstructorInvocationStmt statement
                ? Optional.of(statement)
                : Optional.empty();
    }

    private Optional<ConstructorDeclaration> constructor(TypeRef type, Call call, Frame frame) {
        List<ConstructorDeclaration> all = type.declaration().getConstructors();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(evaluator.calls().methods().chosen(all, call, frame));
    }

    private void components(Instance made, RecordDeclaration record, Call call, Frame frame) {
        for (ConstructorDeclaration constructor : record.getConstructors()) {
            if (constructor.getParameters().size() == call.count()
                    && call.count() != record.getParameters().size()) {
                Frame inner = frame.block();
                evaluator.calls().methods().bind(constructor.getParameters(), call, inner, frame.owner());
                Call canonical = explicit(constructor)
                        .map(first -> delegated(first, call, inner))
                        .orElseThrow(call::notUnderstood);
                components(made, record, canonical, frame);
                return;
            }
        }
        Frame inner = frame.block();
        evaluator.calls().methods().bind(record.getParameters(), call, inner, frame.owner());
        for (BodyDeclaration<?> member : record.getMembers()) {
            if (member instanceof CompactConstructorDeclaration compact) {
                evaluator.statements().run(compact.getBody(), inner);
            }
        }
        for (Parameter component : record.getParameters()) {
            String name = component.getNameAsString();
            inner.variable(name).ifPresent(variable -> made.fields().put(name, new Variable(variable.value())));
        }
    }

    private static List<BodyDeclaration<?>> members(TypeRef type) {
        List<BodyDeclaration<?>> members = new ArrayList<>();
        for (BodyDeclaration<?> member : type.declaration().getMembers()) {
            members.add(member);
        }
        return members;
    }

    private void fields(Instance made, TypeRef type, Frame frame) {
        for (TypeRef above : type.supertypes()) {
            if (!above.isInterface()) {
                fields(made, above, frame);
            }
        }
        initialise(made, members(type), frame);
    }

    private void initialise(Instance made, List<BodyDeclaration<?>> members, Frame frame) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field && !field.isStatic()) {
                for (VariableDeclarator variable : field.getVariables()) {
                    Value value = evaluator.names().fields().initial(frame.owner(), variable, frame);
                    made.fields().put(variable.getNameAsString(), new Variable(value));
                }
            } else if (member instanceof InitializerDeclaration block && !block.isStatic()) {
                evaluator.statements().run(block.getBody(), frame);
            }
        }
    }
}
