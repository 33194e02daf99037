package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard;
import dev.migrate.core.rule.order.OrderRules;
import dev.migrate.core.rule.safety.SafetyRule;
import dev.migrate.core.rule.safety.SafetyRules;
import java.util.Arrays;
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
        assertThat(Rules.all()).extracting(Rule::page).allSatisfy(page -> {
            assertThat(page.summary()).endsWith(".");
            assertThat(page.happens()).hasSizeGreaterThan(80);
            assertThat(page.silent()).endsWith(".");
            assertThat(page.manual()).matches("|https://www\\.postgresql\\.org/docs/current/\\S+\\.html(#\\S+)?");
        });
    }
}
