package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the statements of a method. What it cannot follow and touches the steps becomes opaque steps, one for each
 * call; what touches none is passed over.
 */
final class Statements {
    private final SourceText text;
    private final Evaluator evaluator;

    Statements(SourceText text, Evaluator evaluator) {
        this.text = text;
        this.evaluator = evaluator;
    }

    /** How far a method's body has come. */
    private static final class Flow {
        private Optional<Value> result = Optional.empty();
        private Optional<String> doubt = Optional.empty();
    }

    /** Follows a method's body and gives its result. */
    Value run(BlockStmt body, Frame frame) {
        Flow flow = new Flow();
        block(body, frame, flow);
        if (flow.doubt.isPresent() && flow.result.isPresent()) {
            throw new NotUnderstood(flow.doubt.get(), text.span(body));
        }
        return flow.result.orElseGet(Value.Nothing::new);
    }

    private void block(BlockStmt block, Frame outer, Flow flow) {
        Frame frame = outer.block();
        for (Statement statement : block.getStatements()) {
            if (flow.result.isPresent()) {
                return;
            }
            if (flow.doubt.isPresent() && !(statement instanceof ReturnStmt)) {
                opaque(statement, frame, flow.doubt.get());
            } else {
                statement(statement, frame, flow);
            }
        }
    }

    private void statement(Statement statement, Frame frame, Flow flow) {
        if (statement instanceof ExpressionStmt line) {
            expression(line, line.getExpression(), frame);
        } else if (statement instanceof BlockStmt block) {
            block(block, frame, flow);
        } else if (statement instanceof ForEachStmt loop) {
            forEach(loop, frame, flow);
        } else if (statement instanceof ReturnStmt end) {
            flow.result = Optional.of(end.getExpression()
                    .map(expression -> evaluator.value(expression, frame))
                    .orElseGet(Value.Nothing::new));
        } else {
            notFollowed(statement, frame, flow);
        }
    }

    private void notFollowed(Statement statement, Frame frame, Flow flow) {
        String kind = statement.getMetaModel().getTypeName().replace("Stmt", "").toLowerCase(Locale.ROOT);
        opaque(statement, frame, "whether it runs is decided by a statement that is not followed (" + kind + ")");
        if (leaves(statement)) {
            flow.doubt = Optional.of("whether it runs is decided by a statement before it (" + kind + ")");
        }
    }

    /** Whether it can end the method or loop around it. */
    private static boolean leaves(Node code) {
        if (code instanceof LambdaExpr || code instanceof BodyDeclaration<?>) {
            return false;
        }
        boolean exit = code instanceof ReturnStmt || code instanceof BreakStmt || code instanceof ContinueStmt;
        return exit || code.getChildNodes().stream().anyMatch(Statements::leaves);
    }

    /** Follows a declaration of variables, or an expression for its effect. */
    void expression(Statement statement, Expression expression, Frame frame) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            declaration.getVariables().forEach(variable -> declare(variable, frame));
            return;
        }
        try {
            evaluator.value(expression, frame);
        } catch (NotUnderstood unread) {
            if (directSink(expression, frame).isPresent()) {
                directSink(expression, frame)
                        .ifPresent(sink -> sink.opaque(unread.reason(), unread.span(), atContract(expression)));
            } else {
                opaque(statement, frame, unread.reason());
            }
        }
    }

    private void declare(VariableDeclarator variable, Frame frame) {
        Span span = text.span(variable);
        String name = variable.getNameAsString();
        Value value = new Value.Unknown(name + " is not set where it is declared", span);
        if (variable.getInitializer().isPresent()) {
            Expression initializer = variable.getInitializer().get();
            try {
                value = evaluator.value(initializer, frame);
            } catch (NotUnderstood unread) {
                value = new Value.Unknown(unread.reason(), unread.span());
                opaque(initializer, frame, unread.reason());
            }
        }
        frame.declare(name, value, span);
    }

    private void forEach(ForEachStmt loop, Frame frame, Flow flow) {
        Value items;
        try {
            items = evaluator.value(loop.getIterable(), frame);
        } catch (NotUnderstood unread) {
            items = new Value.Unknown("the loop's items are not known: " + unread.reason(), unread.span());
        }
        if (!(items instanceof Value.Items list) || leaves(loop.getBody())) {
            opaque(
                    loop.getBody(),
                    frame,
                    items instanceof Value.Unknown unknown ? unknown.reason() : "the loop is not followed");
            flow.doubt = leaves(loop.getBody())
                    ? Optional.of("whether it runs is decided by the loop before it")
                    : flow.doubt;
            return;
        }
        String variable = loop.getVariable().getVariable(0).getNameAsString();
        for (Argument item : list.items()) {
            Frame inner = frame.block();
            inner.declare(variable, item.value(), item.span());
            statement(loop.getBody(), inner, flow);
        }
    }

    /** One opaque step for each call in the code that touches the steps. */
    private void opaque(Node code, Frame frame, String reason) {
        // By identity: two equal calls are two places.
        Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node name : frame.steps(code)) {
            Node call = callOf(name);
            if (told.add(call)) {
                frame.sink(name).ifPresent(sink -> sink.opaque(reason, text.span(call), atContract(call)));
            }
        }
    }

    private static Node callOf(Node name) {
        return name.getParentNode()
                .filter(parent -> name instanceof NameExpr && parent instanceof MethodCallExpr)
                .orElse(name);
    }

    private static boolean atContract(Node call) {
        return call instanceof MethodCallExpr method && method.getNameAsString().equals("atContract");
    }

    private static Optional<Sink> directSink(Expression expression, Frame frame) {
        return expression instanceof MethodCallExpr call && call.getScope().orElse(null) instanceof NameExpr receiver
                ? frame.sink(receiver)
                : Optional.empty();
    }
}
