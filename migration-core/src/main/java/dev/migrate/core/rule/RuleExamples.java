package dev.migrate.core.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resources of a rule: the prose of its page, and its two examples as Java. {@link #bad()} has findings of that rule
 * and of no other, {@link #good()} has none at all. The pages show them; tests read, judge and compile them.
 *
 * <p>An example is a resource of one or more files, each after a line {@code // path/Name.java}. A file without a package
 * is in {@code shop.migrations} and has the imports of the API and of jOOQ; where no example says otherwise, that package
 * is {@code @Migrations(app = "shop", postgres = 13)}.
 */
public final class RuleExamples {
    private static final Pattern FILE = Pattern.compile("(?m)^// ([\\w/-]+\\.java)\\R");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);\\R");
    private static final String HOME = "shop.migrations";
    private static final String IMPORTS = """

            import static dev.migrate.api.Recipes.backfill;
            import static dev.migrate.api.Recipes.dropIndexConcurrently;
            import static dev.migrate.api.Recipes.expr;
            import static dev.migrate.api.Recipes.indexConcurrently;
            import static dev.migrate.api.Recipes.retireColumn;
            import static dev.migrate.api.Recipes.sql;
            import static org.jooq.impl.DSL.*;
            import static org.jooq.impl.SQLDataType.*;

            import dev.migrate.api.*;
            """;

    private final String rule;

    private RuleExamples(String rule) {
        this.rule = rule;
    }

    /** The examples of a rule, by the rule's name. */
    public static RuleExamples of(String rule) {
        return new RuleExamples(rule);
    }

    /**
     * A source file.
     *
     * @param path below a source folder, with slashes
     */
    public record SourceFile(String path, String text) {}

    /** The files that the rule flags. */
    public List<SourceFile> bad() {
        return files(badText());
    }

    /** The same wish, written so that no rule speaks. */
    public List<SourceFile> good() {
        return files(goodText());
    }

    /** As a page shows it. */
    public String badText() {
        return resource("Bad.java");
    }

    /** As a page shows it. */
    public String goodText() {
        return resource("Good.java");
    }

    /** The prose of the page: a sentence on what is flagged, what happens then, and when the rule is silent. */
    String prose() {
        return resource("Page.md");
    }

    private static List<SourceFile> files(String text) {
        List<SourceFile> files = new ArrayList<>();
        Matcher header = FILE.matcher(text);
        String path = "";
        int from = -1;
        while (header.find()) {
            if (from >= 0) {
                files.add(file(path, text.substring(from, header.start())));
            }
            path = header.group(1);
            from = header.end();
        }
        files.add(file(path, text.substring(Math.max(from, 0))));
        if (files.stream().noneMatch(each -> each.path().equals("shop/migrations/package-info.java"))) {
            files.add(0, file("package-info.java", packageInfo()));
        }
        return List.copyOf(files);
    }

    private static String packageInfo() {
        return "@Migrations(app = \"shop\", postgres = 13)\npackage " + HOME
                + ";\n\nimport dev.migrate.api.Migrations;\n";
    }

    private static SourceFile file(String path, String text) {
        String where = HOME.replace('.', '/') + "/" + path;
        if (path.endsWith("package-info.java")) {
            return new SourceFile(where, text.strip() + "\n");
        }
        Matcher declared = PACKAGE.matcher(text);
        String whole = declared.find()
                ? declared.group() + IMPORTS + text.substring(declared.end())
                : "package " + HOME + ";\n" + IMPORTS + "\n" + text;
        return new SourceFile(where, whole.strip() + "\n");
    }

    private String resource(String name) {
        String path = "examples/" + rule + "/" + name;
        try (InputStream stream = RuleExamples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no example " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
