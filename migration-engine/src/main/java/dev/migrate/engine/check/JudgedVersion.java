package dev.migrate.engine.check;

import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.Settings.Origin;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one version of PostgreSQL that files of SQL are judged for, where it is given. */
final class JudgedVersion {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:\\.\\d{1,4}){0,2}.*");

    private JudgedVersion() {}

    /**
     * Reads {@link Setting#SERVER_VERSION}; empty where nobody gave it, so that all known versions are judged.
     *
     * @throws UserFailure if it is no version, or one that the rules do not know
     */
    static OptionalInt of(Settings settings) {
        if (settings.origin(Setting.SERVER_VERSION) == Origin.DEFAULT) {
            return OptionalInt.empty();
        }
        Matcher matcher = FORM.matcher(settings.require(Setting.SERVER_VERSION));
        int major = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (major < JudgeOptions.OLDEST_KNOWN || major > JudgeOptions.NEWEST_KNOWN) {
            throw new UserFailure(
                    Setting.SERVER_VERSION.property() + " is \"" + settings.require(Setting.SERVER_VERSION)
                            + "\", and the effects of statements are known for PostgreSQL " + JudgeOptions.OLDEST_KNOWN
                            + " to " + JudgeOptions.NEWEST_KNOWN,
                    "found:  " + settings.source(Setting.SERVER_VERSION),
                    "fix:    a version such as 15 or 15.4; without one, all of them are judged");
        }
        return OptionalInt.of(major);
    }
}
