package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement does to its session or transaction, and to no object.
 *
 * @param setting the parameter of SET and RESET; {@code all} where it is every one
 * @param values what SET sets, as the server stores it, without the quotes of strings; none for DEFAULT and RESET
 */
public record SessionChange(Kind kind, Optional<String> setting, List<String> values) implements DdlOperation {
    /** Copies the values. */
    public SessionChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(setting, "setting");
        values = List.copyOf(values);
    }

    /** Of no parameter. */
    public SessionChange(Kind kind) {
        this(kind, Optional.empty(), List.of());
    }

    /** Whether it begins or ends a transaction, or a part of one. */
    public boolean controlsTransaction() {
        return switch (kind) {
            case SET, SET_LOCAL, RESET, DISCARD -> false;
            default -> true;
        };
    }

    /** What is done. */
    public enum Kind {
        /** SET, SET SESSION, and {@code set_config} that outlives the transaction. */
        SET,
        /** SET LOCAL, and {@code set_config} that does not. */
        SET_LOCAL,
        /** RESET. */
        RESET,
        /** DISCARD. */
        DISCARD,
        /** BEGIN and START TRANSACTION. */
        BEGIN,
        /** COMMIT and END. */
        COMMIT,
        /** ROLLBACK and ABORT. */
        ROLLBACK,
        /** SAVEPOINT. */
        SAVEPOINT,
        /** RELEASE SAVEPOINT. */
        RELEASE,
        /** ROLLBACK TO SAVEPOINT. */
        ROLLBACK_TO,
        /** PREPARE TRANSACTION. */
        PREPARE_TRANSACTION,
        /** COMMIT PREPARED. */
        COMMIT_PREPARED,
        /** ROLLBACK PREPARED. */
        ROLLBACK_PREPARED,
        /** SET TRANSACTION and SET SESSION CHARACTERISTICS. */
        SET_TRANSACTION;

        /** The words for people. */
        public String words() {
            return name().replace('_', ' ');
        }
    }
}
