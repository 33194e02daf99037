package dev.migrate.engine.check;

import dev.migrate.api.Hazard;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.engine.explain.Pages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that a log names, each once, with their pages. */
final class SarifRules {
    private final List<String> named = new ArrayList<>();

    /** The place of a rule in {@link #all}, which it takes when it is first named. */
    int index(String rule) {
        if (!named.contains(rule)) {
            named.add(rule);
        }
        return named.indexOf(rule);
    }

    /** The descriptors of the rules that were named so far, in that order. */
    List<Object> all() {
        return named.stream()
                .map(SarifRules::descriptor)
                .map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> descriptor(String rule) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("id", rule);
        descriptor.put("name", rule);
        Pages.summary(rule).ifPresent(summary -> descriptor.put("shortDescription", SarifReport.text(summary)));
        Pages.page(rule).ifPresent(page -> {
            Map<String, Object> help = SarifReport.text(page);
            help.put("markdown", page);
            descriptor.put("help", help);
        });
        Pages.reference(rule).ifPresent(address -> descriptor.put("helpUri", address));
        descriptor.put("defaultConfiguration", Map.of("level", level(rule)));
        category(rule).ifPresent(category -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("category", category.jsonName());
            properties.put("tags", List.of("postgresql", category.jsonName()));
            descriptor.put("properties", properties);
        });
        return descriptor;
    }

    private static String level(String rule) {
        return order(rule).map(OrderRule::level).map(SarifReport::level).orElse("error");
    }

    private static Optional<Hazard.Category> category(String rule) {
        return Arrays.stream(Hazard.values())
                .filter(hazard -> hazard.ruleName().equals(rule))
                .map(Hazard::category)
                .findFirst()
                .or(() -> order(rule).map(OrderRule::category));
    }

    private static Optional<OrderRule> order(String rule) {
        return Arrays.stream(OrderRule.values())
                .filter(order -> order.ruleName().equals(rule))
                .findFirst();
    }
}
