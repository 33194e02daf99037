package dev.migrate.core.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Follows the switch in its forms: the branch that a constant decides, or all of them. */
final class Switches {
    private final Run run;
    private final Evaluator evaluator;
    private final Statements statements;

    Switches(Run run, Evaluator evaluator, Statements statements) {
        this.run = run;
        this.evaluator = evaluator;
        this.statements = statements;
    }

    Flow.End statement(SwitchStmt choice, Frame frame, Flow flow) {
        List<SwitchEntry> entries = choice.getEntries();
        Argument selector = evaluator.lenient(choice.getSelector(), frame);
        if (!(selector.value() instanceof Value.Unknown)) {
            int at = selected(entries, selector, frame);
            return at < 0 ? Flow.End.NORMAL : from(entries, at, frame.block(), flow);
        }
        List<Supplier<Flow.End>> ways = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            int begin = at;
            ways.add(() -> from(entries, begin, frame.block(), flow));
        }
        if (entries.stream().noneMatch(Switches::isDefault)) {
            ways.add(() -> Flow.End.NORMAL);
        }
        return statements.branches().undecided(Statements.decidedBy(choice), ways, flow);
    }

    private Flow.End from(List<SwitchEntry> entries, int begin, Frame frame, Flow flow) {
        for (int at = begin; at < entries.size(); at++) {
            SwitchEntry entry = entries.get(at);
            Flow.End end = statements.block(entry.getStatements(), frame, flow);
            if (end.kind() == Flow.Kind.BREAK && end.label().isEmpty()) {
                return Flow.End.NORMAL;
            }
            if (!end.normal() || entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
                return end;
            }
        }
        return Flow.End.NORMAL;
    }

    Value value(SwitchExpr choice, Frame frame) {
        Span span = frame.span(choice);
        List<SwitchEntry> entries = choice.getEntries();
        Argument selector = evaluator.lenient(choice.getSelector(), frame);
        if (selector.value() instanceof Value.Unknown) {
            return evaluator.unknown("a condition decides what it is", span);
        }
        int at = selected(entries, selector, frame);
        if (at < 0) {
            return evaluator.unknown("no branch of the switch is for this value", span);
        }
        SwitchEntry entry = entries.get(at);
        List<Statement> body = entry.getStatements();
        if (entry.getType() == SwitchEntry.Type.EXPRESSION && body.get(0) instanceof ExpressionStmt line) {
            return evaluator.value(line.getExpression(), frame);
        }
        Flow flow = new Flow();
        from(entries, at, frame.block(), flow);
        return Evaluator.known(flow.yielded(span), span);
    }

    private int selected(List<SwitchEntry> entries, Argument selector, Frame frame) {
        int otherwise = -1;
        for (int at = 0; at < entries.size(); at++) {
            SwitchEntry entry = entries.get(at);
            for (Expression label : entry.getLabels()) {
                if (isFor(label, selector, frame)) {
                    return at;
                }
            }
            otherwise = isDefault(entry) ? at : otherwise;
        }
        return otherwise;
    }

    private static boolean isDefault(SwitchEntry entry) {
        return entry.isDefault() || entry.getLabels().isEmpty();
    }

    private boolean isFor(Expression label, Argument selector, Frame frame) {
        run.evaluated();
        if (label instanceof NameExpr name && selector.value() instanceof Instance instance) {
            return instance.constant().filter(name.getNameAsString()::equals).isPresent();
        }
        return Arithmetic.same(evaluator.argument(label, frame), selector, frame.span(label));
    }
}
