package dev.migrate.core.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a class whose source is known: the migration itself, a helper, a record, a constant of an enum. */
final class Instance implements Value.Opaque {
    private final TypeRef type;
    private final Optional<String> constant;
    private final int ordinal;
    private final List<BodyDeclaration<?>> body;
    private final Optional<Frame> around;
    private final Map<String, Variable> fields = new LinkedHashMap<>();

    private Instance(
            TypeRef type,
            Optional<String> constant,
            int ordinal,
            List<BodyDeclaration<?>> body,
            Optional<Frame> around) {
        this.type = type;
        this.constant = constant;
        this.ordinal = ordinal;
        this.body = List.copyOf(body);
        this.around = around;
    }

    static Instance of(TypeRef type) {
        return new Instance(type, Optional.empty(), -1, List.of(), Optional.empty());
    }

    /**
     * An object of a class without a name.
     *
     * @param type its supertype, or where that is not known the class around it
     */
    static Instance anonymous(TypeRef type, List<BodyDeclaration<?>> body, Frame around) {
        return new Instance(type, Optional.empty(), -1, body, Optional.of(around));
    }

    static Instance constant(TypeRef type, String name, int ordinal, List<BodyDeclaration<?>> body) {
        return new Instance(type, Optional.of(name), ordinal, body, Optional.empty());
    }

    TypeRef type() {
        return type;
    }

    /** The name, if it is a constant of an enum. */
    Optional<String> constant() {
        return constant;
    }

    int ordinal() {
        return ordinal;
    }

    /** The members of a class without a name. */
    List<BodyDeclaration<?>> body() {
        return body;
    }

    Optional<Frame> around() {
        return around;
    }

    Map<String, Variable> fields() {
        return fields;
    }

    Optional<Variable> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Two constants are the same by their name, however often their class is read. */
    boolean same(Instance other) {
        return this == other || (constant.isPresent() && constant.equals(other.constant) && type.is(other.type));
    }
}
