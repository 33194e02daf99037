package dev.migrate.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Migrations as a team writes them over years: tables first, then columns, indexes, text blocks of SQL, constants and
 * helpers, backfills, pairs of expand and contract. Ten in a row work on one table. They are correct, so that the
 * compiler has the whole way to go and writes the index.
 */
final class SampleMigrations {
    static final String PACKAGE = "shop.migrations";

    private static final int TABLES = 50;
    private static final String FIRST = "CreateItems";

    /** By the last digit of the number. */
    private static final List<String> TEMPLATES = List.of(
            "AddNote",
            "AddCounters",
            "IndexCreated",
            "AddContact",
            "RetireCounter",
            "DropCounter",
            "FillContact",
            "RequireWords",
            "CreateLog",
            "AddFlags");

    private SampleMigrations() {}

    /** Writes so many into a source folder. */
    static void write(Path sources, int count) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(PACKAGE.replace('.', '/')));
        Files.writeString(folder.resolve("package-info.java"), """
                /** The shop's schema, from its first day. */
                @Migrations(app = "shop", postgres = 14)
                package shop.migrations;

                import dev.migrate.api.Migrations;
                """);
        for (int number = 1; number <= count; number++) {
            Files.writeString(folder.resolve(className(number) + ".java"), source(number));
        }
    }

    /** The simple name of the n-th migration's class, from 1. */
    static String className(int number) {
        return String.format(Locale.ROOT, "V%04d_%s", number, template(number));
    }

    /** The source of the n-th migration. */
    static String source(int number) throws IOException {
        return text(template(number))
                .replace("%class%", className(number))
                .replace("%expand%", className(Math.max(1, number - 1)))
                .replace("%table%", table(number))
                .replace("%series%", String.format(Locale.ROOT, "%04d", number / TEMPLATES.size()))
                .replace("%number%", String.format(Locale.ROOT, "%04d", number));
    }

    private static String template(int number) {
        return number <= TABLES ? FIRST : TEMPLATES.get(number % TEMPLATES.size());
    }

    private static String table(int number) {
        int table = number <= TABLES ? number - 1 : number / TEMPLATES.size() % TABLES;
        return String.format(Locale.ROOT, "shop_item_%02d", table);
    }

    private static String text(String template) throws IOException {
        try (InputStream stream = SampleMigrations.class.getResourceAsStream(template + ".java")) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + template + ".java");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
