package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where code names the steps or a connection. What could not be followed and names them is told, call by call; what was
 * followed is settled.
 */
final class Handles {
    private static final int MAX_HELD = 4;
    private static final Set<String> EXECUTING =
            Set.of("execute", "executeUpdate", "executeLargeUpdate", "update", "batchUpdate", "addBatch");
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(create|alter|drop|truncate|insert|update|delete|comment|grant|revoke|do|reindex|vacuum|cluster|merge"
                    + "|lock|analyze|refresh|rename|set)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Methods of other classes that only ask, by their names. */
    private static final Pattern QUESTION = Pattern.compile(
            "(exists|has|is|does|count|find|get|fetch|select|check|lookup|query|load|read|list|log|print|info|debug|warn"
                    + "|error|trace|assert|require|verify|validate)([A-Z].*)?|.*Exists");

    private static final Pattern CHANGE =
            Pattern.compile(".*([Cc]reate|[Dd]rop|[Aa]lter|[Ee]xecute|[Aa]pply|[Rr]un|[Mm]igrate|[Aa]dd).*");

    private final Run run;
    private final Set<Node> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> guesses = Collections.newSetFromMap(new IdentityHashMap<>());

    Handles(Run run) {
        this.run = run;
    }

    /** The names in the code that hold the steps or a connection, and are not settled. */
    private List<Node> naming(Node code, Frame frame) {
        return code.findAll(Node.class, node -> !settled.contains(node) && holds(node, frame));
    }

    boolean touches(Node code, Frame frame) {
        return code.findFirst(Node.class, node -> !settled.contains(node) && holds(node, frame))
                .isPresent();
    }

    private boolean holds(Node node, Frame frame) {
        if (guesses.contains(node)) {
            return true;
        }
        if (node instanceof NameExpr name) {
            return holds(name.getNameAsString(), frame);
        }
        // The parser takes the name before the colons for a type.
        if (node instanceof MethodReferenceExpr reference) {
            return holds(reference.getScope().toString(), frame);
        }
        return node instanceof FieldAccessExpr access
                && access.getScope() instanceof ThisExpr
                && holds(access.getNameAsString(), frame);
    }

    private boolean holds(String name, Frame frame) {
        return frame.variable(name)
                .or(() -> frame.self().flatMap(self -> self.field(name)))
                .or(() -> run.main().flatMap(main -> main.field(name)))
                .filter(variable -> holds(variable.value(), 0))
                .isPresent();
    }

    private static boolean holds(Value value, int depth) {
        if (value instanceof Sink.Handle || value instanceof Database) {
            return true;
        }
        if (depth >= MAX_HELD) {
            return false;
        }
        if (value instanceof Sequence sequence) {
            return holds(sequence.now(), depth + 1);
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().anyMatch(item -> holds(item.value(), depth + 1));
        }
        return value instanceof Instance instance
                && instance.fields().values().stream().anyMatch(field -> holds(field.value(), depth + 1));
    }

    /** Marks what a call was made on, at the root of its chain, as followed. */
    void settle(MethodCallExpr call) {
        Node root = call;
        while (root instanceof MethodCallExpr inner && inner.getScope().isPresent()) {
            settled.add(root);
            root = inner.getScope().get();
        }
        settled.add(root);
        if (root instanceof FieldAccessExpr access) {
            settled.add(access.getScope());
        }
    }

    void settleAll(Node code) {
        code.walk(settled::add);
    }

    /** Marks the functions among a call's arguments as followed: they have been run. */
    void settleFunctions(MethodCallExpr call) {
        for (Expression argument : call.getArguments()) {
            if (argument instanceof LambdaExpr) {
                settleAll(argument);
            }
        }
    }

    /** What a receiver must be that is not known, by what is called on it. */
    Optional<Value> guessed(Expression receiver, MethodCallExpr call, Frame frame) {
        if (DslFunctions.begins(call.getNameAsString()) && !namesSteps(receiver, frame)) {
            guess(receiver, call);
            return Optional.of(new Database(Database.Kind.DSL));
        }
        boolean statement = run.sink().executes()
                && EXECUTING.contains(call.getNameAsString())
                && !call.getArguments().isEmpty()
                && isStatement(call.getArgument(0));
        if (statement) {
            guess(receiver, call);
            return Optional.of(new Database(Database.Kind.STATEMENT));
        }
        return Optional.empty();
    }

    /** Until it is executed, the call stands for what it is made on. */
    private void guess(Expression receiver, MethodCallExpr call) {
        settleAll(receiver);
        if (run.sink().executes()) {
            guesses.add(call);
        }
    }

    private boolean namesSteps(Expression receiver, Frame frame) {
        return receiver.findFirst(
                        NameExpr.class,
                        name -> frame.variable(name.getNameAsString())
                                .filter(variable -> variable.value() instanceof Sink.Handle)
                                .isPresent())
                .isPresent();
    }

    private static boolean isStatement(Expression argument) {
        return argument.findFirst(
                        Expression.class,
                        part -> literal(part)
                                .filter(text -> STATEMENT.matcher(text).matches())
                                .isPresent())
                .isPresent();
    }

    private static Optional<String> literal(Expression part) {
        if (part instanceof StringLiteralExpr literal) {
            return Optional.of(literal.getValue());
        }
        return part instanceof TextBlockLiteralExpr block
                ? Optional.of(block.getValue().strip())
                : Optional.empty();
    }

    /** One opaque step for each call in the code that names the steps or a connection and was not followed. */
    void tell(Node code, Frame frame, String reason) {
        for (Node name : naming(code, frame)) {
            Node call = callOf(name);
            if (run.firstTold(call) && !isQuestion(call)) {
                sink(name, frame).opaque(reason, frame.span(call), atContract(call));
            }
        }
    }

    /** An opaque step at the smallest thing that was not understood. */
    void tell(Node statement, Sink sink, NotUnderstood unread, boolean atContract) {
        if (run.firstTold(statement)) {
            sink.opaque(unread.reason(), unread.span(), atContract);
        }
    }

    private boolean isQuestion(Node call) {
        return run.sink().executes()
                && call instanceof MethodCallExpr method
                && QUESTION.matcher(method.getNameAsString()).matches()
                && !CHANGE.matcher(method.getNameAsString()).matches();
    }

    private Sink sink(Node name, Frame frame) {
        String written = name instanceof MethodReferenceExpr reference
                ? reference.getScope().toString()
                : name.toString();
        return frame.variable(written)
                                .map(Variable::value)
                                .filter(Sink.Handle.class::isInstance)
                                .orElse(null)
                        instanceof Sink.Handle handle
                ? handle.sink()
                : run.sink();
    }

    private static Node callOf(Node name) {
        Node call = name;
        if (name instanceof NameExpr || name instanceof FieldAccessExpr) {
            call = callAround(name).orElse(name);
        }
        // What is handed over is the connection; what leads to it is no call that matters.
        while (call instanceof MethodCallExpr leading
                && DatabaseCalls.leads(leading.getNameAsString())
                && callAround(leading).isPresent()) {
            call = callAround(leading).get();
        }
        return call;
    }

    private static Optional<Node> callAround(Node code) {
        return code.getParentNode().filter(MethodCallExpr.class::isInstance);
    }

    static boolean atContract(Node call) {
        return call instanceof MethodCallExpr method && method.getNameAsString().equals("atContract");
    }

    /** The steps that an expression adds to, if it is a plain call on them. */
    static Optional<Sink> direct(Expression expression, Frame frame) {
        return expression instanceof MethodCallExpr call
                        && call.getScope().orElse(null) instanceof NameExpr receiver
                        && frame.variable(receiver.getNameAsString())
                                        .map(Variable::value)
                                        .orElse(null)
                                instanceof Sink.Handle handle
                ? Optional.of(handle.sink())
                : Optional.empty();
    }
}
