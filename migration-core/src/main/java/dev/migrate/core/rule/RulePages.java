package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.rule.safety.SafetyRule;
import java.util.Arrays;

/** The pages of the rules, as Markdown: made from the rules and their examples, committed under {@code docs/hazards}. */
public final class RulePages {
    private static final String HAPPENS = "## What happens\n";
    private static final String SILENT = "## When it is silent\n";

    private RulePages() {}

    /** The page of one rule: its prose, with the facts below the summary and the examples before the last part. */
    public static String page(Rule rule) {
        RuleExamples examples = RuleExamples.of(rule.name());
        return "# " + rule.name() + "\n\n"
                + examples.prose()
                        .replace(HAPPENS, facts(rule) + "\n\n" + HAPPENS)
                        .replace(
                                SILENT,
                                "## Bad\n\n" + code(examples.badText()) + "## Good\n\n" + code(examples.goodText())
                                        + SILENT);
    }

    private static String summary(Rule rule) {
        String prose = RuleExamples.of(rule.name()).prose();
        return prose.substring(0, prose.indexOf("\n\n")).replaceAll("\\s+", " ");
    }

    /** The list of all pages. */
    public static String index() {
        StringBuilder table = new StringBuilder("""
                # Rules

                What the compiler and `migrate:check` look for. The name is the tag of the message.

                ## Hazards

                Each can be accepted in `@Risky`, on one object and with a reason.

                """);
        rows(table, true);
        table.append("\n## Identity, order and form\n\nThese are put right, not accepted.\n\n");
        rows(table, false);
        return table.toString();
    }

    private static void rows(StringBuilder table, boolean hazards) {
        table.append("| rule | what it flags |\n|---|---|\n");
        Rules.all().stream()
                .filter(rule -> rule instanceof SafetyRule<?> == hazards)
                .forEach(rule -> table.append("| [")
                        .append(rule.name())
                        .append("](")
                        .append(rule.name())
                        .append(".md) | ")
                        .append(summary(rule))
                        .append(" |\n"));
    }

    private static String facts(Rule rule) {
        if (rule instanceof SafetyRule<?> safety) {
            Hazard hazard = safety.hazard();
            return "Category: " + words(hazard.category()) + ". Accepted by `Hazard." + hazard.name() + "`"
                    + (hazard.dangerous() ? ", in a maintenance window only" : "") + ".";
        }
        OrderRule order = order(rule);
        return "Category: " + words(order.category()) + ". Level: "
                + order.level().name().toLowerCase(java.util.Locale.ROOT) + ".";
    }

    private static OrderRule order(Rule rule) {
        return Arrays.stream(OrderRule.values())
                .filter(order -> order.ruleName().equals(rule.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Category category) {
        return category.jsonName().replace('-', ' ');
    }

    private static String code(String java) {
        return "```java\n" + java.strip() + "\n```\n\n";
    }
}
