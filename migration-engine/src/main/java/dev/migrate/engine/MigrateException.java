package dev.migrate.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command ends with when it cannot do its work. The message is complete: the first line stands alone, further
 * lines are labelled ({@code fix:}, {@code note:}). No password is ever part of it.
 */
public abstract sealed class MigrateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrateException(String headline, List<String> lines, @Nullable Throwable cause) {
        super(String.join("\n    ", concat(headline, lines)), cause);
    }

    /** The part of the message that stands alone. */
    public String headline() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }

    private static List<String> concat(String headline, List<String> lines) {
        List<String> all = new java.util.ArrayList<>(List.of(headline));
        all.addAll(lines);
        return all;
    }

    /** Something that the user can put right: shown without a stack trace, exit code 1. */
    public static final class UserFailure extends MigrateException {
        private static final long serialVersionUID = 1L;

        /** A failure with its explanation and fix. */
        public UserFailure(String headline, String... lines) {
            super(headline, List.of(lines), null);
        }

        /** A failure with the exception that revealed it. */
        public UserFailure(Throwable cause, String headline, String... lines) {
            super(headline, List.of(lines), cause);
        }
    }

    /** A fault of the tool or of its surroundings: exit code 2, with the cause in the debug log. */
    public static final class ToolFailure extends MigrateException {
        private static final long serialVersionUID = 1L;

        /** A fault with its cause. */
        public ToolFailure(Throwable cause, String headline, String... lines) {
            super(headline, List.of(lines), cause);
        }
    }
}
