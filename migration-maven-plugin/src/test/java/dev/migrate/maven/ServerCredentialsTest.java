package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class ServerCredentialsTest {
    private static final Settings NAMED =
            Settings.builder().set(Setting.SERVER_ID, "shop").build();

    @Test
    void decryptedServerGivesUserAndPassword() {
        Settings settings = credentials(server("shop"), null).addTo(NAMED);
        assertThat(settings.text(Setting.USER)).contains("owner");
        assertThat(settings.text(Setting.PASSWORD)).contains("decrypted");
        assertThat(settings.toString()).doesNotContain("decrypted");
    }

    @Test
    void userBesideAServerIsRefused() {
        Settings both = NAMED.with(Setting.USER, "other");
        assertThatThrownBy(() -> credentials(server("shop"), null).addTo(both))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("both migrate.user and migrate.serverId are given")
                .hasMessageContaining("use either one or the other");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> credentials(server("other"), null).addTo(NAMED))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("there is no server \"shop\" in settings.xml");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsTold() {
        SettingsProblem problem = new DefaultSettingsProblem(
                "no master password", SettingsProblem.Severity.ERROR, "settings.xml", -1, -1, null);
        assertThatThrownBy(() -> credentials(server("shop"), problem).addTo(NAMED))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("cannot be decrypted")
                .hasMessageContaining("no master password");
    }

    @Test
    void settingsThatNameNoServerStayAsTheyAre() {
        Settings settings = Settings.builder().set(Setting.USER, "me").build();
        assertThat(credentials(server("shop"), null).addTo(settings)).isSameAs(settings);
    }

    private static ServerCredentials credentials(
            Server server, @org.jspecify.annotations.Nullable SettingsProblem problem) {
        org.apache.maven.settings.Settings maven = new org.apache.maven.settings.Settings();
        maven.addServer(server);
        return new ServerCredentials(maven, request -> decrypted(request, problem));
    }

    private static SettingsDecryptionResult decrypted(
            SettingsDecryptionRequest request, @org.jspecify.annotations.Nullable SettingsProblem problem) {
        Server server = request.getServers().get(0).clone();
        server.setPassword("decrypted");
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public List<Server> getServers() {
                return List.of(server);
            }

            @Override
            public Proxy getProxy() {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return problem == null ? List.of() : List.of(problem);
            }
        };
    }

    private static Server server(String id) {
        Server server = new Server();
        server.setId(id);
        server.setUsername("owner");
        server.setPassword("{encrypted}");
        return server;
    }
}
