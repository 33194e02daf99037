package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard;
import dev.migrate.core.rule.order.OrderRules;
import dev.migrate.core.rule.safety.SafetyRule;
import dev.migrate.core.rule.safety.SafetyRules;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library of rules is complete: one class, one page and two examples a name. */
class RulesTest {
    @Test
    void everyHazardHasItsRuleInTheOrderOfTheEnum() {
        assertThat(SafetyRules.all().stream().map(SafetyRule::hazard)).containsExactly(Hazard.values());
        assertThat(SafetyRules.all())
                .allSatisfy(
                        rule -> assertThat(rule.name()).isEqualTo(rule.hazard().ruleName()));
    }

    @Test
    void everyOrderRuleHasItsClassInTheOrderOfTheEnum() {
        assertThat(OrderRules.all().stream().map(Rule::name))
                .containsExactlyElementsOf(Arrays.stream(OrderRule.values())
                        .map(OrderRule::ruleName)
                        .toList());
    }

    @Test
    void namesAreUnique() {
        assertThat(Rules.all().stream().map(Rule::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleHasABadAndAGoodExampleThatDiffer() {
        assertThat(Rules.all()).allSatisfy(rule -> {
            RuleExamples examples = RuleExamples.of(rule.name());
            assertThat(examples.bad()).isNotEmpty();
            assertThat(examples.good()).isNotEmpty().isNotEqualTo(examples.bad());
        });
    }

    @Test
    void everyPageSaysWhatItFlagsWhatHappensAndWhenItIsSilent() {
        assertThat(Rules.all())
                .extracting(rule -> RuleExamples.of(rule.name()).prose())
                .allSatisfy(prose -> {
                    List<String> parts = List.of(prose.split("\n+## .*\n+"));
                    assertThat(parts).hasSize(3);
                    assertThat(parts.get(0)).doesNotContain("\n").endsWith(".");
                    assertThat(parts.get(1)).hasSizeGreaterThan(80);
                    assertThat(parts.get(2).strip()).endsWith(".");
                    assertThat(links(prose))
                            .allMatch(link -> link.matches("[A-Z]\\w+\\.md")
                                    || link.matches("https://www\\.postgresql\\.org/docs/current/\\S+\\.html(#\\S+)?"));
                });
    }

    private static List<String> links(String prose) {
        return Pattern.compile("\\]\\(([^)]*)\\)")
                .matcher(prose)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
