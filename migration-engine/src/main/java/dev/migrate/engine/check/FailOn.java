package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding.Level;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.util.Locale;

/** The least of the findings that makes a check fail. */
public enum FailOn {
    /** An error. */
    ERROR,
    /** A warning, or an error. */
    WARNING,
    /** Nothing: findings are told. */
    NEVER;

    /**
     * Reads {@link Setting#FAIL_ON}.
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if it is another word
     */
    static FailOn of(Settings settings) {
        return settings.oneOf(Setting.FAIL_ON, "never", "warning", "error")
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(ERROR);
    }

    /** Whether a finding of the level makes a check fail. */
    boolean includes(Level level) {
        return switch (this) {
            case ERROR -> level == Level.ERROR;
            case WARNING -> level != Level.INFO;
            case NEVER -> false;
        };
    }
}
