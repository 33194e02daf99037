package dev.migrate.core.source;

import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ReferenceType;
import java.util.Optional;

/** {@code value instanceof Type name}, for objects of classes whose source is known. */
final class TypeTests {
    private final Evaluator evaluator;

    TypeTests(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value test(InstanceOfExpr test, Frame frame) {
        Argument tested = evaluator.lenient(test.getExpression(), frame);
        Optional<TypePatternExpr> pattern = test.getPattern().flatMap(found -> found.toTypePatternExpr());
        pattern.ifPresent(named -> frame.declare(named.getNameAsString(), tested.value()));
        if (tested.value() instanceof Value.Null) {
            return new Value.Constant(false);
        }
        ReferenceType written = pattern.filter(named -> named.getType().isReferenceType())
                .map(named -> named.getType().asReferenceType())
                .orElse(test.getType());
        boolean decided = tested.value() instanceof Instance instance
                && instance.body().isEmpty()
                && (test.getPattern().isEmpty() || pattern.isPresent());
        if (!decided || !written.isClassOrInterfaceType()) {
            throw new NotUnderstood("whether it is of that type is not known", frame.span(test));
        }
        String name = written.asClassOrInterfaceType().getNameWithScope();
        TypeRef type = frame.scope()
                .type(name, frame.type())
                .flatMap(frame.scope()::find)
                .orElseThrow(() -> new NotUnderstood(name + " is not known here", frame.span(test)));
        Instance instance = (Instance) tested.value();
        return new Value.Constant(instance.type().hierarchy().stream().anyMatch(type::is));
    }
}
