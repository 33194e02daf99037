package dev.migrate.engine;

import dev.migrate.engine.MigrateException.UserFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of one command, each with where it came from. Highest first: {@code -D}, the environment, the POM (or the
 * caller), the default. A blank value counts as absent. The password is in no text made here.
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    private final Map<Setting, Value> values;
    private final Map<String, String> placeholders;

    private Settings(Map<Setting, Value> values, Map<String, String> placeholders) {
        this.values = new EnumMap<>(values);
        this.placeholders = Map.copyOf(placeholders);
    }

    /** Where a value came from, highest first. */
    public enum Origin {
        /** {@code -D} on the command line. */
        COMMAND_LINE,
        /** An environment variable. */
        ENVIRONMENT,
        /** The POM's configuration, settings.xml, or the program that uses the library. */
        POM,
        /** Nobody gave one. */
        DEFAULT
    }

    private record Value(String text, Origin origin) {}

    /** Starts with the defaults alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value, given or by default; empty if there is neither. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::text);
    }

    /**
     * The value.
     *
     * @throws UserFailure if there is none
     */
    public String require(Setting setting) {
        return text(setting)
                .orElseThrow(() -> new UserFailure(
                        setting.property() + " is not set",
                        "needed: " + setting.description(),
                        "fix:    -D" + setting.property() + "=…, or " + setting.variable() + " in the environment, or <"
                                + setting.key() + "> in the plugin's configuration"));
    }

    /** Whether the value is {@code true}; {@code -Dmigrate.skip} without a value is. */
    public boolean flag(Setting setting) {
        String text = text(setting).orElse("false").toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw malformed(setting, text, "true or false");
        }
        return text.equals("true");
    }

    /**
     * A duration: a number with its unit, {@code ms}, {@code s}, {@code m} or {@code h}.
     *
     * @throws UserFailure if it is none
     */
    public Duration duration(Setting setting) {
        String text = require(setting);
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw malformed(setting, text, "a number with its unit, such as 50ms, 10s, 5m or 1h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /**
     * A whole number of at least 1.
     *
     * @throws UserFailure if it is none
     */
    public int number(Setting setting) {
        String text = require(setting);
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw malformed(setting, text, "a whole number of at least 1");
        }
        return Integer.parseInt(text);
    }

    /** A comma-separated list, without blanks around its elements; empty if there is no value. */
    public List<String> list(Setting setting) {
        return text(setting).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /**
     * One of a few words.
     *
     * @throws UserFailure if it is another
     */
    public Optional<String> oneOf(Setting setting, String... words) {
        Optional<String> text = text(setting);
        if (text.isPresent() && !Arrays.asList(words).contains(text.get())) {
            throw malformed(setting, text.get(), String.join(" or ", words));
        }
        return text;
    }

    /**
     * What {@code ${name}} in files of SQL stands for: {@code -Dmigrate.placeholders.<name>=<value>}, {@code
     * MIGRATE_PLACEHOLDERS_<NAME>}, or the map {@code <placeholders>} in the POM. The case of a name does not matter.
     */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** Where the value came from. */
    public Origin origin(Setting setting) {
        Value value = values.get(setting);
        return value == null ? Origin.DEFAULT : value.origin();
    }

    /** The origin as a person would write it: {@code -Dmigrate.url}, {@code MIGRATE_URL}, {@code <url> in the POM}. */
    public String source(Setting setting) {
        return switch (origin(setting)) {
            case COMMAND_LINE -> "-D" + setting.property();
            case ENVIRONMENT -> setting.variable();
            case POM -> "<" + setting.key() + "> in the configuration";
            case DEFAULT -> "the default of " + setting.property();
        };
    }

    /** What deserves a warning before anything runs. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (origin(Setting.PASSWORD) == Origin.COMMAND_LINE) {
            warnings.add("the password given by -D" + Setting.PASSWORD.property()
                    + " is visible in the process list; use " + Setting.PASSWORD.variable() + ", or "
                    + Setting.SERVER_ID.property() + " with settings.xml");
        }
        return warnings;
    }

    /** The same with other values, as if the program had given them at the highest rank. */
    public Settings with(Setting setting, String value) {
        Map<Setting, Value> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, new Value(value, origin(setting) == Origin.DEFAULT ? Origin.POM : origin(setting)));
        return new Settings(changed, placeholders);
    }

    /** The settings that differ from their defaults; the password masked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((setting, value) -> {
            if (value.origin() != Origin.DEFAULT) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(setting.property())
                        .append('=')
                        .append(setting.secret() ? "****" : maskedUrl(value));
            }
        });
        return text.toString();
    }

    private static String maskedUrl(Value value) {
        return Masked.url(value.text());
    }

    private UserFailure malformed(Setting setting, String text, String needed) {
        return new UserFailure(
                setting.property() + " is " + (setting.secret() ? "****" : '"' + text + '"') + ", which is not "
                        + needed,
                "found:  " + source(setting));
    }

    /** Collects values from where they are given. */
    public static final class Builder {
        private final Map<Setting, Value> given = new EnumMap<>(Setting.class);
        private final PlaceholderValues placeholders = new PlaceholderValues();

        private Builder() {}

        /** System properties given by a person ({@code -D}); other keys than {@code migrate.…} are passed over. */
        public Builder commandLine(Map<?, ?> properties) {
            for (Setting setting : Setting.values()) {
                Object value = properties.get(setting.property());
                boolean bareFlag = "".equals(value)
                        && setting.fallback().filter("false"::equals).isPresent();
                offer(setting, bareFlag ? "true" : value, Origin.COMMAND_LINE);
            }
            placeholders.properties(properties, Origin.COMMAND_LINE);
            return this;
        }

        /** Environment variables. */
        public Builder environment(Map<String, String> variables) {
            for (Setting setting : Setting.values()) {
                offer(setting, variables.get(setting.variable()), Origin.ENVIRONMENT);
            }
            placeholders.variables(variables);
            return this;
        }

        /** Values of the POM's configuration, settings.xml or a program; null and blank count as absent. */
        public Builder pom(Map<Setting, String> configuration) {
            configuration.forEach((setting, value) -> offer(setting, value, Origin.POM));
            return this;
        }

        /**
         * The values of placeholders in the POM.
         *
         * @param map of the plugin's configuration, by name
         * @param properties of the project, of which those count that begin with {@code migrate.placeholders.}
         */
        public Builder placeholders(Map<String, String> map, Map<?, ?> properties) {
            placeholders.properties(properties, Origin.POM);
            placeholders.named(map, Origin.POM);
            return this;
        }

        /** One value, as in {@link #pom}. */
        public Builder set(Setting setting, String value) {
            offer(setting, value, Origin.POM);
            return this;
        }

        /** The settings. */
        public Settings build() {
            Map<Setting, Value> complete = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                setting.fallback().ifPresent(text -> complete.put(setting, new Value(text, Origin.DEFAULT)));
            }
            complete.putAll(given);
            return new Settings(complete, placeholders.merged());
        }

        private void offer(Setting setting, @org.jspecify.annotations.Nullable Object value, Origin origin) {
            if (value == null || value.toString().isBlank()) {
                return;
            }
            Value present = given.get(setting);
            if (present == null || present.origin().compareTo(origin) >= 0) {
                given.put(setting, new Value(value.toString().strip(), origin));
            }
        }
    }
}
