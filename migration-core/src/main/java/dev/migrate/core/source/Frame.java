package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a method that is read, or of one of its blocks.
 *
 * <p>Places are in the migration's own file: what another file says is placed at the call or the name that led there.
 */
final class Frame {
    private final TypeRef owner;
    private final Optional<Frame> outer;
    private final Optional<Instance> self;
    private final Optional<Span> site;
    private final int depth;
    private final Map<String, Variable> variables = new HashMap<>();

    private Frame(TypeRef owner, Optional<Frame> outer, Optional<Instance> self, Optional<Span> site, int depth) {
        this.owner = owner;
        this.outer = outer;
        this.self = self;
        this.site = site;
        this.depth = depth;
    }

    /**
     * The frame of a method, or of a field's initialiser.
     *
     * @param site where it is called, if it stands in another file
     */
    static Frame of(TypeRef owner, Optional<Instance> self, Optional<Span> site, int depth) {
        return new Frame(owner, Optional.empty(), self, site, depth);
    }

    Frame block() {
        return new Frame(owner, Optional.of(this), self, site, depth);
    }

    /** The frame of a function's body: it sees the variables around the function. */
    Frame called(int callerDepth) {
        return new Frame(owner, Optional.of(this), self, site, callerDepth + 1);
    }

    /** The frame of a method of a class without a name. */
    Frame inside(Instance anonymous, int callerDepth) {
        return new Frame(owner, Optional.of(this), Optional.of(anonymous), site, callerDepth + 1);
    }

    TypeRef owner() {
        return owner;
    }

    TypeDeclaration<?> type() {
        return owner.declaration();
    }

    FileScope scope() {
        return owner.scope();
    }

    Optional<Instance> self() {
        return self;
    }

    Optional<Span> site() {
        return site;
    }

    int depth() {
        return depth;
    }

    Span span(Node node) {
        return site.orElseGet(() -> scope().text().span(node));
    }

    void declare(String name, Value value) {
        variables.put(name, new Variable(value));
    }

    Optional<Variable> variable(String name) {
        Variable here = variables.get(name);
        return here != null ? Optional.of(here) : outer.flatMap(frame -> frame.variable(name));
    }
}
