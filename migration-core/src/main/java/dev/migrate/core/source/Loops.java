package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Follows loops: round by round where the rounds are known, else the body once, as what may happen. */
final class Loops {
    private static final int MAX_ROUNDS = 1_000;
    private static final Pattern LOG = Pattern.compile("(?i)(.*log(ger)?|system)");

    private final Run run;
    private final Evaluator evaluator;
    private final Statements statements;

    Loops(Run run, Evaluator evaluator, Statements statements) {
        this.run = run;
        this.evaluator = evaluator;
        this.statements = statements;
    }

    static boolean isLoop(Statement statement) {
        return statement instanceof ForEachStmt
                || statement instanceof ForStmt
                || statement instanceof WhileStmt
                || statement instanceof DoStmt;
    }

    Flow.End follow(Statement loop, List<String> labels, Frame frame, Flow flow) {
        Optional<String> before = run.sink().doubt();
        Flow.End end = loop instanceof ForEachStmt each
                ? forEach(each, labels, frame, flow)
                : counted(loop, labels, frame, flow);
        flow.loopEnds();
        if (!flow.mayReturn()) {
            run.sink().doubt(before);
        }
        return end;
    }

    private Flow.End forEach(ForEachStmt loop, List<String> labels, Frame frame, Flow flow) {
        String name = loop.getVariable().getVariable(0).getNameAsString();
        List<Argument> items;
        try {
            items = ListCalls.iterated(evaluator.argument(loop.getIterable(), frame));
        } catch (NotUnderstood unread) {
            evaluator.calls().handles().tell(loop.getIterable(), frame, unread.reason());
            Value unknown = new Value.Unknown("the loop's items are not known: " + unread.reason(), unread.span());
            return unknown(loop, loop.getBody(), Optional.of(name), unknown, frame, flow);
        }
        for (Argument item : items) {
            Frame inner = frame.block();
            inner.declare(name, item.value());
            Optional<Flow.End> end = round(loop.getBody(), labels, inner, flow);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return Flow.End.NORMAL;
    }

    /** One round; the end of the loop, if that was the last. */
    private Optional<Flow.End> round(Statement body, List<String> labels, Frame frame, Flow flow) {
        Optional<String> before = run.sink().doubt();
        Flow.End end = statements.statement(body, frame, flow);
        if (!flow.mayReturn() && !flow.mayBreak()) {
            run.sink().doubt(before);
        }
        if (end.normal() || (end.kind() == Flow.Kind.CONTINUE && end.isOf(labels))) {
            return Optional.empty();
        }
        return Optional.of(end.kind() == Flow.Kind.BREAK && end.label().isEmpty() ? Flow.End.NORMAL : end);
    }

    private Flow.End counted(Statement loop, List<String> labels, Frame frame, Flow flow) {
        Frame inner = frame.block();
        if (loop instanceof ForStmt counted) {
            counted.getInitialization().forEach(begin -> statements.expression(loop, begin, inner));
        }
        boolean first = loop instanceof DoStmt;
        for (int rounds = 0; rounds < MAX_ROUNDS; rounds++) {
            Optional<Boolean> goesOn = first ? Optional.of(true) : condition(loop, inner);
            first = false;
            if (goesOn.isEmpty()) {
                Value none = new Value.Unknown("the loop is not followed", frame.span(loop));
                return unknown(loop, body(loop), Optional.empty(), none, inner, flow);
            }
            if (!goesOn.get()) {
                return Flow.End.NORMAL;
            }
            Optional<Flow.End> end = round(body(loop), labels, inner.block(), flow);
            if (end.isPresent()) {
                return end.get();
            }
            if (loop instanceof ForStmt counted) {
                counted.getUpdate().forEach(update -> statements.expression(loop, update, inner));
            }
        }
        throw new Exhausted();
    }

    private Optional<Boolean> condition(Statement loop, Frame frame) {
        Optional<Expression> condition = loop instanceof ForStmt counted
                ? counted.getCompare()
                : Optional.of(loop instanceof WhileStmt loops ? loops.getCondition() : ((DoStmt) loop).getCondition());
        return condition.isEmpty() ? Optional.of(true) : statements.condition(loop, condition.get(), frame);
    }

    private static Statement body(Statement loop) {
        if (loop instanceof ForStmt counted) {
            return counted.getBody();
        }
        return loop instanceof WhileStmt loops ? loops.getBody() : ((DoStmt) loop).getBody();
    }

    /** The body once, with nothing known of what changes from round to round. */
    private Flow.End unknown(
            Statement loop, Statement body, Optional<String> name, Value item, Frame frame, Flow flow) {
        forgetAssigned(loop, frame, "the loop sets it");
        Frame inner = frame.block();
        name.ifPresent(variable -> inner.declare(variable, item));
        List<Supplier<Flow.End>> ways = List.of(
                () -> {
                    Flow.End end = statements.statement(body, inner, flow);
                    return end.kind() == Flow.Kind.RETURN || end.kind() == Flow.Kind.THROW ? end : Flow.End.NORMAL;
                },
                () -> Flow.End.NORMAL);
        Flow.End end = statements.branches().undecided(Statements.decidedBy(loop), ways, flow);
        forgetAssigned(loop, frame, "the loop sets it");
        return end;
    }

    /** What a piece of code that was not followed may have changed. */
    void forget(Node code, Frame frame, String reason) {
        forgetAssigned(code, frame, reason);
        if (isLogging(code)) {
            return;
        }
        code.walk(
                NameExpr.class,
                name -> frame.variable(name.getNameAsString())
                        .or(() -> frame.self().flatMap(self -> self.field(name.getNameAsString())))
                        .flatMap(variable -> changeable(variable.value()))
                        .ifPresent(content -> run.journal().set(content, new Value.Unknown(reason, frame.span(name)))));
    }

    private static Optional<Variable> changeable(Value value) {
        if (value instanceof Sequence sequence) {
            return Optional.of(sequence.content());
        }
        if (value instanceof Chain chain) {
            return Optional.of(chain.content());
        }
        if (value instanceof MapValue map) {
            return Optional.of(map.content());
        }
        return value instanceof TextBuilder builder ? Optional.of(builder.content()) : Optional.empty();
    }

    private static boolean isLogging(Node code) {
        return code.findFirst(
                        MethodCallExpr.class,
                        call -> call.getScope()
                                .filter(scope -> LOG.matcher(firstName(scope)).matches())
                                .isPresent())
                .isPresent();
    }

    private static String firstName(Expression scope) {
        String text = scope.toString();
        int end = text.indexOf('.');
        return end < 0 ? text : text.substring(0, end);
    }

    private void forgetAssigned(Node code, Frame frame, String reason) {
        code.walk(node -> {
            if (node instanceof AssignExpr assignment) {
                forgetTarget(assignment.getTarget(), frame, reason);
            } else if (node instanceof UnaryExpr unary && changes(unary)) {
                forgetTarget(unary.getExpression(), frame, reason);
            }
        });
    }

    private void forgetTarget(Expression target, Frame frame, String reason) {
        Optional<Variable> variable = evaluator.names().assignable(target, frame);
        variable.ifPresent(
                found -> run.journal().set(found, new Value.Unknown(target + ": " + reason, frame.span(target))));
    }

    private static boolean changes(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
