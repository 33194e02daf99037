package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What the reading of one method of a migration keeps in mind, with all that the method calls. */
final class Run {
    private static final int MAX_EXPRESSIONS = 100_000;

    private final FileScope home;
    private final Sink sink;
    private final Journal journal = new Journal();
    private final IdentityHashMap<VariableDeclarator, Variable> statics = new IdentityHashMap<>();
    private final Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<Instance> main = Optional.empty();
    private int evaluated;

    /**
     * A reading.
     *
     * @param home the migration's own file
     * @param sink where statements go that are executed
     */
    Run(FileScope home, Sink sink) {
        this.home = home;
        this.sink = sink;
    }

    FileScope home() {
        return home;
    }

    Sink sink() {
        return sink;
    }

    Journal journal() {
        return journal;
    }

    IdentityHashMap<VariableDeclarator, Variable> statics() {
        return statics;
    }

    /** The migration. */
    Optional<Instance> main() {
        return main;
    }

    void begin(Instance migration) {
        main = Optional.of(migration);
    }

    /** Counts an expression. */
    void evaluated() {
        if (++evaluated > MAX_EXPRESSIONS) {
            throw new Exhausted();
        }
    }

    /** Whether this piece of code has not been told as opaque yet; in a loop it is told once. */
    boolean firstTold(Node code) {
        return told.add(code);
    }

    boolean told(Node code) {
        return told.contains(code);
    }
}
