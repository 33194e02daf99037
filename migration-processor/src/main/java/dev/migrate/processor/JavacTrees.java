package dev.migrate.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.migrate.core.migration.Place;
import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What only javac has. Every mention of {@code com.sun.source} is in this class, which is loaded on first use: a runtime
 * without {@code jdk.compiler} can run the rest.
 */
final class JavacTrees implements CompilerSide {
    private final Trees trees;

    private JavacTrees(Trees trees) {
        this.trees = trees;
    }

    /** Empty under another compiler, or under a wrapper that could not be taken off. */
    static Optional<CompilerSide> of(ProcessingEnvironment unwrapped) {
        try {
            return Optional.of(new JavacTrees(Trees.instance(unwrapped)));
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> source(TypeElement type) {
        TreePath path = trees.getPath(type);
        if (path == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(path.getCompilationUnit()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean report(Diagnostic.Kind kind, Message message, TypeElement type, Place place) {
        TreePath path = trees.getPath(type);
        if (path == null || !place.exact()) {
            return false;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        Tree token = innermost(unit, place);
        if (token == null) {
            return false;
        }
        trees.printMessage(kind, message.text(within(token, unit, place)), token, unit);
        return true;
    }

    private @Nullable Tree innermost(CompilationUnitTree unit, Place place) {
        SourcePositions positions = trees.getSourcePositions();
        Tree[] found = {null};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void nothing) {
                if (tree != null
                        && positions.getStartPosition(unit, tree) >= 0
                        && positions.getStartPosition(unit, tree) <= place.start()
                        && positions.getEndPosition(unit, tree) >= place.end()) {
                    found[0] = tree;
                }
                return super.scan(tree, null);
            }
        }.scan(unit, null);
        return found[0];
    }

    /** The finest place that javac can show inside a literal is its first line: the message says the rest. */
    private String within(Tree token, CompilationUnitTree unit, Place place) {
        int start = (int) trees.getSourcePositions().getStartPosition(unit, token);
        int firstLine = (int) unit.getLineMap().getLineNumber(start);
        if (!(token instanceof LiteralTree) || firstLine == place.line()) {
            return "";
        }
        return isTextBlock(unit, start)
                ? "(SQL line " + (place.line() - firstLine) + ", source line " + place.line() + ")"
                : "(line " + place.line() + ")";
    }

    private static boolean isTextBlock(CompilationUnitTree unit, int start) {
        try {
            return text(unit).startsWith("\"\"\"", start);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String text(CompilationUnitTree unit) throws IOException {
        return unit.getSourceFile().getCharContent(true).toString();
    }
}
