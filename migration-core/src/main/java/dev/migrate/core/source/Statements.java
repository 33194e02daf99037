package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows the statements of a method. What is not understood and touches the steps or a connection becomes opaque steps,
 * one for each call; what touches none is passed over.
 */
final class Statements {
    private final Run run;
    private final Evaluator evaluator;
    private final Branches branches;
    private final Loops loops;
    private final Switches switches;

    Statements(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
        this.branches = new Branches(run, evaluator);
        this.loops = new Loops(run, evaluator, this);
        this.switches = new Switches(run, evaluator, this);
    }

    Branches branches() {
        return branches;
    }

    Switches switches() {
        return switches;
    }

    /** Follows a method's body and gives its result. */
    Value run(BlockStmt body, Frame frame) {
        Flow flow = new Flow();
        Optional<String> doubt = run.sink().doubt();
        block(body.getStatements(), frame.block(), flow);
        run.sink().doubt(doubt);
        return flow.result(frame.span(body));
    }

    Flow.End block(List<Statement> statements, Frame frame, Flow flow) {
        for (Statement statement : statements) {
            Flow.End end = statement(statement, frame, flow);
            if (!end.normal()) {
                return end;
            }
        }
        return Flow.End.NORMAL;
    }

    Flow.End statement(Statement statement, Frame frame, Flow flow) {
        if (statement instanceof ExpressionStmt line) {
            expression(line, line.getExpression(), frame);
            return Flow.End.NORMAL;
        }
        if (statement instanceof BlockStmt block) {
            return block(block.getStatements(), frame.block(), flow);
        }
        if (statement instanceof IfStmt choice) {
            return choice(choice, frame, flow);
        }
        if (statement instanceof ReturnStmt end) {
            flow.returns(end.getExpression()
                    .map(expression -> lenient(statement, expression, frame))
                    .orElseGet(Value.Nothing::new));
            return new Flow.End(Flow.Kind.RETURN, Optional.empty());
        }
        if (statement instanceof TryStmt attempt) {
            return attempt(attempt, frame, flow);
        }
        if (statement instanceof SwitchStmt choice) {
            return switches.statement(choice, frame, flow);
        }
        return jump(statement, frame, flow);
    }

    private Flow.End jump(Statement statement, Frame frame, Flow flow) {
        if (statement instanceof BreakStmt end) {
            return new Flow.End(Flow.Kind.BREAK, end.getLabel().map(label -> label.getIdentifier()));
        }
        if (statement instanceof ContinueStmt end) {
            return new Flow.End(Flow.Kind.CONTINUE, end.getLabel().map(label -> label.getIdentifier()));
        }
        if (statement instanceof YieldStmt end) {
            flow.yields(evaluator.lenient(end.getExpression(), frame).value());
            return new Flow.End(Flow.Kind.YIELD, Optional.empty());
        }
        if (statement instanceof ThrowStmt) {
            return Flow.End.THROW;
        }
        if (statement instanceof SynchronizedStmt guarded) {
            return block(guarded.getBody().getStatements(), frame.block(), flow);
        }
        if (statement instanceof LabeledStmt labeled) {
            return labeled(labeled, frame, flow);
        }
        return Loops.isLoop(statement) ? loops.follow(statement, List.of(), frame, flow) : other(statement, frame);
    }

    private Flow.End labeled(LabeledStmt labeled, Frame frame, Flow flow) {
        String label = labeled.getLabel().getIdentifier();
        Flow.End end = Loops.isLoop(labeled.getStatement())
                ? loops.follow(labeled.getStatement(), List.of(label), frame, flow)
                : statement(labeled.getStatement(), frame, flow);
        boolean here = end.kind() == Flow.Kind.BREAK
                && end.label().filter(label::equals).isPresent();
        return here ? Flow.End.NORMAL : end;
    }

    private Flow.End other(Statement statement, Frame frame) {
        boolean nothing = statement instanceof LocalClassDeclarationStmt
                || statement instanceof LocalRecordDeclarationStmt
                || statement instanceof ExplicitConstructorInvocationStmt
                || statement instanceof AssertStmt
                || statement instanceof EmptyStmt;
        if (!nothing) {
            failed(statement, frame, "the statement is not followed (" + kind(statement) + ")");
        }
        return Flow.End.NORMAL;
    }

    static String kind(Statement statement) {
        return statement.getMetaModel().getTypeName().replace("Stmt", "").toLowerCase(Locale.ROOT);
    }

    static String decidedBy(Statement statement) {
        return "whether it runs is decided by a statement that is not followed (" + kind(statement) + ")";
    }

    private Flow.End choice(IfStmt choice, Frame frame, Flow flow) {
        Frame inner = frame.block();
        Optional<Boolean> condition = condition(choice, choice.getCondition(), inner);
        if (condition.isPresent()) {
            return condition.get()
                    ? statement(choice.getThenStmt(), inner, flow)
                    : choice.getElseStmt()
                            .map(other -> statement(other, inner, flow))
                            .orElse(Flow.End.NORMAL);
        }
        List<Supplier<Flow.End>> both = List.of(
                () -> statement(choice.getThenStmt(), inner, flow),
                () -> choice.getElseStmt()
                        .map(other -> statement(other, inner, flow))
                        .orElse(Flow.End.NORMAL));
        return branches.undecided(decidedBy(choice), both, flow);
    }

    /** A condition; empty if it is not known. */
    Optional<Boolean> condition(Statement statement, Expression condition, Frame frame) {
        try {
            Value value = evaluator.value(condition, frame);
            return value instanceof Value.Constant constant && constant.boxed() instanceof Boolean flag
                    ? Optional.of(flag)
                    : Optional.empty();
        } catch (NotUnderstood unread) {
            failed(condition, frame, unread.reason());
            return Optional.empty();
        }
    }

    private Flow.End attempt(TryStmt attempt, Frame frame, Flow flow) {
        Frame inner = frame.block();
        for (Expression resource : attempt.getResources()) {
            expression(attempt, resource, inner);
        }
        Flow.End end = block(attempt.getTryBlock().getStatements(), inner.block(), flow);
        List<Supplier<Flow.End>> ways = new ArrayList<>();
        Flow.End tried = end;
        ways.add(() -> tried);
        for (CatchClause clause : attempt.getCatchClauses()) {
            ways.add(() -> caught(clause, frame, flow));
        }
        if (ways.size() > 1) {
            end = branches.undecided("whether it runs is decided by an exception", ways, flow);
        }
        Optional<Flow.End> last =
                attempt.getFinallyBlock().map(block -> block(block.getStatements(), frame.block(), flow));
        return last.filter(finished -> !finished.normal()).orElse(end);
    }

    private Flow.End caught(CatchClause clause, Frame frame, Flow flow) {
        Frame inner = frame.block();
        inner.declare(
                clause.getParameter().getNameAsString(),
                new Value.Unknown("an exception is not known here", frame.span(clause.getParameter())));
        return block(clause.getBody().getStatements(), inner, flow);
    }

    /** Follows an expression for its effect. */
    void expression(Statement statement, Expression expression, Frame frame) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            declaration.getVariables().forEach(variable -> declare(variable, frame));
            return;
        }
        lenient(statement, expression, frame);
    }

    /** The body of a lambda that is one expression: what it cannot do is told, as of a statement. */
    Value result(ExpressionStmt line, Frame frame) {
        return lenient(line, line.getExpression(), frame);
    }

    private Value lenient(Statement statement, Expression expression, Frame frame) {
        try {
            return evaluator.value(expression, frame);
        } catch (NotUnderstood unread) {
            Optional<Sink> sink = Handles.direct(expression, frame);
            if (sink.isPresent()) {
                evaluator.calls().handles().tell(statement, sink.get(), unread, Handles.atContract(expression));
            }
            failed(statement, frame, unread.reason(), sink.isPresent());
            return new Value.Unknown(unread.reason(), unread.span());
        }
    }

    void declare(VariableDeclarator variable, Frame frame) {
        Span span = frame.span(variable);
        String name = variable.getNameAsString();
        Value value = new Value.Unknown(name + " is not set where it is declared", span);
        if (variable.getInitializer().isPresent()) {
            Expression initializer = variable.getInitializer().get();
            try {
                value = Numbers.widened(
                        evaluator.value(initializer, frame), variable.getType().asString());
            } catch (NotUnderstood unread) {
                value = new Value.Unknown(unread.reason(), unread.span());
                Optional<Value> handle = Database.declared(variable.getType(), frame);
                if (handle.isPresent()) {
                    evaluator.calls().handles().settleAll(initializer);
                }
                failed(initializer, frame, unread.reason());
            }
        }
        boolean unknown = value instanceof Value.Unknown;
        frame.declare(
                name, unknown ? Database.declared(variable.getType(), frame).orElse(value) : value);
    }

    private void failed(Node code, Frame frame, String reason) {
        failed(code, frame, reason, false);
    }

    private void failed(Node code, Frame frame, String reason, boolean told) {
        if (!told) {
            evaluator.calls().handles().tell(code, frame, reason);
        }
        loops.forget(code, frame, reason);
    }
}
