package dev.migrate.maven;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The user and password of a {@code <server>} in settings.xml, decrypted as Maven's own repositories' are. */
final class ServerCredentials {
    private final org.apache.maven.settings.Settings maven;
    private final SettingsDecrypter decrypter;

    ServerCredentials(org.apache.maven.settings.Settings maven, SettingsDecrypter decrypter) {
        this.maven = maven;
        this.decrypter = decrypter;
    }

    /**
     * Completes settings that name a server.
     *
     * @throws UserFailure if there is no such server, it cannot be decrypted, or user or password are given beside it
     */
    Settings addTo(Settings settings) {
        Optional<String> serverId = settings.text(Setting.SERVER_ID);
        if (serverId.isEmpty()) {
            return settings;
        }
        refuseBoth(settings, serverId.get(), Setting.USER);
        refuseBoth(settings, serverId.get(), Setting.PASSWORD);
        Server server = decrypted(serverId.get());
        return with(with(settings, Setting.USER, server.getUsername()), Setting.PASSWORD, server.getPassword());
    }

    private static Settings with(Settings settings, Setting setting, @org.jspecify.annotations.Nullable String value) {
        return value == null || value.isBlank() ? settings : settings.with(setting, value);
    }

    private static void refuseBoth(Settings settings, String serverId, Setting setting) {
        if (settings.text(setting).isPresent()) {
            throw new UserFailure(
                    "both " + setting.property() + " and " + Setting.SERVER_ID.property() + " are given",
                    "found:  " + settings.source(setting) + ", and server \"" + serverId + "\" by "
                            + settings.source(Setting.SERVER_ID),
                    "fix:    use either one or the other");
        }
    }

    private Server decrypted(String serverId) {
        Server server = maven.getServer(serverId);
        if (server == null) {
            throw new UserFailure(
                    "there is no server \"" + serverId + "\" in settings.xml",
                    "needed: <server><id>" + serverId + "</id><username>…</username><password>…</password></server>");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new UserFailure(
                        "the password of server \"" + serverId + "\" in settings.xml cannot be decrypted",
                        "found:  " + problem.getMessage());
            }
        }
        return result.getServer();
    }
}
