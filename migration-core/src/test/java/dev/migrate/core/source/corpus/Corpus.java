package dev.migrate.core.source.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Java migrations in the styles of {@code src/test/resources/corpus}, each style several times with other chains, names
 * and types.
 *
 * @param migrations the texts by their paths below a source root
 * @param shared helpers, constants and generated tables that they use
 * @param stubs the little of Flyway and Spring that they need to be compiled
 */
record Corpus(Map<String, String> migrations, Map<String, String> shared, Map<String, String> stubs) {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");
    private static final Pattern CHAIN = Pattern.compile("#(.+?)#");
    private static final Pattern NAME = Pattern.compile("%([TCX])(\\d)%");
    private static final String STATICS = """
            package db.migration;

            import static db.support.Ddl.*;
            import static org.jooq.impl.DSL.*;
            import static org.jooq.impl.SQLDataType.*;

            """;
    private static final String QUALIFIED = """
            package db.migration;

            import static db.support.Ddl.*;
            import static org.jooq.impl.DSL.using;
            """;
    private static final String IMPORTS = """
            import db.generated.tables.Invoice;
            import db.support.Ddl;
            import db.support.Tables;
            import java.sql.PreparedStatement;
            import java.sql.Statement;
            import java.util.*;
            import java.util.function.*;
            import java.util.logging.Level;
            import java.util.logging.Logger;
            import java.util.stream.*;
            import org.flywaydb.core.api.migration.BaseJavaMigration;
            import org.flywaydb.core.api.migration.Context;
            import org.flywaydb.core.api.migration.JavaMigration;
            import org.jooq.*;
            import org.jooq.Record;
            import org.jooq.impl.DSL;
            import org.jooq.impl.DefaultConfiguration;
            import org.jooq.impl.SQLDataType;
            import org.springframework.jdbc.core.JdbcTemplate;

            """;

    static Corpus of(long seed, int eachStyle) {
        Random random = new Random(seed);
        Chains chains = new Chains(random);
        Map<String, String> migrations = new LinkedHashMap<>();
        for (int round = 0; round < eachStyle; round++) {
            for (Map.Entry<String, String> style : texts("styles").entrySet()) {
                String name = "V" + (migrations.size() + 1) + "__" + camel(style.getKey());
                migrations.put("db/migration/" + name + ".java", written(style.getValue(), name, chains, random));
            }
        }
        return new Corpus(migrations, packaged("shared"), packaged("stubs"));
    }

    private static String written(String style, String name, Chains chains, Random random) {
        boolean statics = random.nextBoolean();
        String named = replaced(style.replace("$NAME", name), NAME, new Names(chains)::of)
                .replace("%BOOL%", String.valueOf(random.nextBoolean()))
                .replace("%MODE%", List.of("SMALL", "LARGE", "HUGE").get(random.nextInt(3)));
        String chained = replaced(named, CHAIN, chain -> chains.next(chain.group(1), statics));
        return (statics ? STATICS : QUALIFIED)
                + IMPORTS
                + chained.replace("~", statics ? "" : "DSL.").replace("^", "SQLDataType.");
    }

    private static String replaced(String text, Pattern pattern, java.util.function.Function<Matcher, String> by) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(by.apply(matcher)));
        }
        return matcher.appendTail(result).toString();
    }

    private static String camel(String style) {
        StringBuilder name = new StringBuilder();
        for (String word : style.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static Map<String, String> packaged(String folder) {
        Map<String, String> packaged = new LinkedHashMap<>();
        texts(folder).forEach((name, text) -> {
            String home = text.substring("package ".length(), text.indexOf(';')).replace('.', '/');
            packaged.put(home + "/" + name + ".java", text);
        });
        return packaged;
    }

    private static Map<String, String> texts(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Path file : files.sorted().toList()) {
                texts.put(file.getFileName().toString().replace(".java.txt", ""), Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of one migration: the same placeholder is the same name. */
    private static final class Names {
        private final Map<String, String> given = new LinkedHashMap<>();
        private final Chains chains;

        Names(Chains chains) {
            this.chains = chains;
        }

        String of(Matcher placeholder) {
            return given.computeIfAbsent(placeholder.group(), ignored -> switch (placeholder.group(1)) {
                case "T" -> chains.table();
                case "C" -> chains.column();
                default -> chains.type();
            });
        }
    }
}
