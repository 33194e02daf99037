package dev.migrate.core.rule;

import dev.migrate.core.rule.order.OrderRules;
import dev.migrate.core.rule.safety.SafetyRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is. */
public final class Rules {
    private Rules() {}

    /** The hazards first, then the rules over identity and order, each in the order of its enum. */
    public static List<Rule> all() {
        return Stream.<Rule>concat(SafetyRules.all().stream(), OrderRules.all().stream())
                .toList();
    }
}
