package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a method that is read, or of one of its blocks. */
final class Frame {
    private final TypeDeclaration<?> owner;
    private final Optional<Frame> outer;
    private final Set<String> reassigned;
    private final Map<String, Value> variables = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final int depth;

    private Frame(TypeDeclaration<?> owner, Optional<Frame> outer, Set<String> reassigned, int depth) {
        this.owner = owner;
        this.outer = outer;
        this.reassigned = reassigned;
        this.depth = depth;
    }

    /** The frame of a method, or of a field's initialiser. */
    static Frame of(TypeDeclaration<?> owner, Node code, int depth) {
        return new Frame(owner, Optional.empty(), reassigned(code), depth);
    }

    Frame block() {
        return new Frame(owner, Optional.of(this), reassigned, depth);
    }

    TypeDeclaration<?> owner() {
        return owner;
    }

    int depth() {
        return depth;
    }

    void declare(String name, Value value, Span span) {
        variables.put(
                name,
                reassigned.contains(name) ? new Value.Unknown(name + " is assigned more than once", span) : value);
    }

    Optional<Value> variable(String name) {
        Value here = variables.get(name);
        return here != null ? Optional.of(here) : outer.flatMap(frame -> frame.variable(name));
    }

    /** Where the steps go that an expression names, if it names them or a list that holds them. */
    Optional<Sink> sink(Node expression) {
        if (expression instanceof NameExpr name) {
            return variable(name.getNameAsString()).flatMap(Frame::sink);
        }
        // The parser takes the name before the colons for a type.
        return expression instanceof MethodReferenceExpr reference
                ? variable(reference.getScope().toString()).flatMap(Frame::sink)
                : Optional.empty();
    }

    /** The expressions in the code that name the steps. */
    List<Node> steps(Node code) {
        return code.findAll(Node.class, node -> sink(node).isPresent());
    }

    private static Optional<Sink> sink(Value value) {
        if (value instanceof Sink.Handle handle) {
            return Optional.of(handle.sink());
        }
        return value instanceof Value.Items items
                ? items.items().stream()
                        .flatMap(item -> sink(item.value()).stream())
                        .findFirst()
                : Optional.empty();
    }

    boolean touchesSteps(Node code) {
        return !steps(code).isEmpty();
    }

    /** Whether this is the first use of a variable; a statement of jOOQ's changes with each call, so only that counts. */
    boolean firstUse(String name) {
        return variables.containsKey(name)
                ? used.add(name)
                : outer.map(frame -> frame.firstUse(name)).orElse(true);
    }

    /** The variables that the code assigns after their declaration: by name, which errs on the side of not knowing. */
    private static Set<String> reassigned(Node code) {
        Set<String> names = new HashSet<>();
        code.walk(node -> {
            if (node instanceof AssignExpr assignment) {
                assignment.getTarget().walk(NameExpr.class, target -> names.add(target.getNameAsString()));
            } else if (node instanceof UnaryExpr unary && changes(unary)) {
                unary.getExpression().walk(NameExpr.class, target -> names.add(target.getNameAsString()));
            }
        });
        return names;
    }

    private static boolean changes(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
