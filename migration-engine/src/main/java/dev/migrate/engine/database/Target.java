package dev.migrate.engine.database;

import dev.migrate.engine.Masked;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * A database to connect to.
 *
 * @param url the JDBC URL
 * @param embedded whether the tool started the server itself
 */
public record Target(
        String url, Optional<String> user, Optional<String> password, Duration connectTimeout, boolean embedded) {
    /** The database that the settings name, whose URL is a JDBC URL. */
    public static Target of(Settings settings) {
        return new Target(
                settings.require(Setting.URL),
                settings.text(Setting.USER),
                settings.text(Setting.PASSWORD),
                settings.duration(Setting.CONNECT_TIMEOUT),
                false);
    }

    /** A server that the tool started itself, on loopback. */
    public static Target embedded(String url, String user, String password, Settings settings) {
        return new Target(
                url, Optional.of(user), Optional.of(password), settings.duration(Setting.CONNECT_TIMEOUT), true);
    }

    /** The URL without secrets. */
    @Override
    public String toString() {
        return Masked.url(url);
    }
}
