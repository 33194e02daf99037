package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PomParametersTest {
    @Test
    void everySettingIsAParameterOfAGoal() {
        Set<String> fields = Stream.of(
                        ApplyMojo.class,
                        CheckMojo.class,
                        ExplainMojo.class,
                        AbstractChangingMojo.class,
                        AbstractMigrateMojo.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .map(Field::getName)
                .collect(Collectors.toSet());
        assertThat(fields)
                .containsAll(Arrays.stream(Setting.values()).map(Setting::key).toList());
    }

    @Test
    void commandLineBeatsEnvironmentBeatsLiteralInThePom() throws Exception {
        Map<Setting, String> pom = PomParameters.of(withUrl("jdbc:postgresql://pom/shop"));
        Map<String, String> environment = Map.of("MIGRATE_URL", "jdbc:postgresql://environment/shop");
        Map<String, String> commandLine = Map.of("migrate.url", "jdbc:postgresql://command-line/shop");

        assertThat(Settings.builder().pom(pom).build().text(Setting.URL)).contains("jdbc:postgresql://pom/shop");
        assertThat(Settings.builder().pom(pom).environment(environment).build().text(Setting.URL))
                .contains("jdbc:postgresql://environment/shop");
        assertThat(Settings.builder()
                        .commandLine(commandLine)
                        .environment(environment)
                        .pom(pom)
                        .build()
                        .text(Setting.URL))
                .contains("jdbc:postgresql://command-line/shop");
    }

    @Test
    void whatMavenLeavesEmptyIsAbsent() {
        assertThat(PomParameters.of(new StatusMojo())).isEmpty();
    }

    private static AbstractMigrateMojo withUrl(String literal) throws Exception {
        ApplyMojo mojo = new ApplyMojo();
        Field field = AbstractMigrateMojo.class.getDeclaredField("url");
        field.setAccessible(true);
        field.set(mojo, literal);
        return mojo;
    }
}
