package dev.migrate.core.operation;

import java.util.Objects;
import java.util.Optional;

/**
 * What a statement does to one object that is no table and no index; and what COMMENT, GRANT and their kin say about any
 * object. A statement about several objects is several operations.
 *
 * @param object the object, as the statement names it
 * @param on the table or other relation that the object belongs to: of a trigger, rule, policy, constraint, column or
 *     statistics, and of a sequence that is OWNED BY a column
 * @param detail the new name of RENAME, the schema of SET SCHEMA, the owner, what is granted, the text of a comment, and
 *     the key words of what ALTER changes
 */
public record ObjectChange(
        Verb verb,
        ObjectKind kind,
        ObjectName object,
        Optional<ObjectName> on,
        Optional<String> detail,
        ObjectForm form)
        implements DdlOperation {
    /** Refuses null. */
    public ObjectChange {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(form, "form");
    }

    /** With nothing said beside the name. */
    public ObjectChange(Verb verb, ObjectKind kind, ObjectName object) {
        this(verb, kind, object, Optional.empty(), Optional.empty(), ObjectForm.PLAIN);
    }

    @Override
    public Optional<ObjectName> onTable() {
        return kind == ObjectKind.TABLE ? Optional.of(object) : on;
    }

    @Override
    public Optional<ObjectName> subject() {
        return Optional.of(object);
    }

    /** Whether it makes the object, or makes it anew. */
    public boolean creates() {
        return verb == Verb.CREATE || verb == Verb.REPLACE;
    }

    /** Whether it leaves the object as it is, and says who may use it, whose it is, or what it is for. */
    public boolean describes() {
        return switch (verb) {
            case COMMENT, LABEL, GRANT, REVOKE, OWNER -> true;
            default -> false;
        };
    }

    /** What is done. */
    public enum Verb {
        /** CREATE. */
        CREATE,
        /** CREATE OR REPLACE. */
        REPLACE,
        /** ALTER that is none of those below. */
        ALTER,
        /** ALTER … RENAME TO. */
        RENAME,
        /** ALTER … SET SCHEMA. */
        SET_SCHEMA,
        /** ALTER … OWNER TO, and REASSIGN OWNED. */
        OWNER,
        /** DROP. */
        DROP,
        /** GRANT. */
        GRANT,
        /** REVOKE. */
        REVOKE,
        /** COMMENT ON. */
        COMMENT,
        /** SECURITY LABEL ON. */
        LABEL;

        /** The words for people. */
        public String words() {
            return switch (this) {
                case REPLACE -> "CREATE OR REPLACE";
                case LABEL -> "SECURITY LABEL ON";
                case COMMENT -> "COMMENT ON";
                case OWNER -> "OWNER TO";
                default -> name().replace('_', ' ');
            };
        }
    }
}
