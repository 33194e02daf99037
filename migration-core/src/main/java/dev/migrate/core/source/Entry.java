package dev.migrate.core.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/** Reads a method that others call: {@code up}, {@code migrate} and their like. */
final class Entry {
    private Entry() {}

    /**
     * Reads it.
     *
     * @param arguments what it is handed
     * @param name where the class is named, for what stands in another file
     */
    static void run(TypeRef migration, Methods.Declared entry, List<Value> arguments, Span name, Sink sink) {
        Run run = new Run(migration.scope(), sink);
        Evaluator evaluator = new Evaluator(run);
        MethodDeclaration method = entry.method();
        boolean foreign = entry.type().scope() != migration.scope();
        try {
            Instance self = begin(migration, evaluator);
            Frame frame = Frame.of(entry.type(), Optional.of(self), foreign ? Optional.of(name) : Optional.empty(), 0);
            for (int index = 0; index < arguments.size(); index++) {
                frame.declare(method.getParameter(index).getNameAsString(), arguments.get(index));
            }
            method.getBody().ifPresent(body -> evaluator.statements().run(body, frame));
        } catch (NotUnderstood unread) {
            sink.opaque(unread.reason(), unread.span().known() ? unread.span() : name, false);
        } catch (Exhausted tooLong) {
            sink.opaque(method.getNameAsString() + " is too long to follow", name, false);
        }
    }

    private static Instance begin(TypeRef migration, Evaluator evaluator) {
        Instance self = evaluator.creations().migration(migration);
        for (BodyDeclaration<?> member : migration.declaration().getMembers()) {
            if (member instanceof InitializerDeclaration block && block.isStatic()) {
                evaluator.statements().run(block.getBody(), Frame.of(migration, Optional.empty(), Optional.empty(), 0));
            }
        }
        return self;
    }
}
