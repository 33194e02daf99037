package dev.migrate.engine.explain;

import dev.migrate.core.rule.HandwrittenPages;
import dev.migrate.core.rule.Rule;
import dev.migrate.core.rule.RulePages;
import dev.migrate.core.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of every rule, in Markdown: those of {@code docs/hazards}. */
public final class Pages {
    private static final Pattern LINK = Pattern.compile("\\((https://[^)\\s]+)\\)");

    private Pages() {}

    /** The names of all rules: hazards, then order and form, then what check finds on a server. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        Rules.all().forEach(rule -> names.add(rule.name()));
        names.addAll(HandwrittenPages.names());
        return List.copyOf(names);
    }

    /** The page of a rule; empty if there is no such rule. */
    public static Optional<String> page(String rule) {
        if (HandwrittenPages.names().contains(rule)) {
            return Optional.of(resource(rule));
        }
        return Rules.all().stream()
                .filter(each -> each.name().equals(rule))
                .findFirst()
                .map(Pages::page);
    }

    /** The first paragraph of a rule's page on one line; empty if there is no such rule. */
    public static Optional<String> summary(String rule) {
        return page(rule)
                .map(page -> page.replaceFirst("^# .*\\R\\R", "")
                        .split("\\R\\R", 2)[0]
                        .replaceAll("\\s+", " ")
                        .strip());
    }

    /** The page of PostgreSQL's manual, or another address, that a rule's page rests on. */
    public static Optional<String> reference(String rule) {
        return page(rule).map(LINK::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    }

    private static String page(Rule rule) {
        return RulePages.page(rule);
    }

    private static String resource(String rule) {
        try (InputStream stream = Pages.class.getResourceAsStream(rule + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("this build has no page of " + rule);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
