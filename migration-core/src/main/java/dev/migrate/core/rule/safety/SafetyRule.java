package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Rule;
import java.util.Optional;

/**
 * A rule over one operation in its context.
 *
 * @param <O> the operations it looks at
 */
public abstract class SafetyRule<O extends DdlOperation> implements Rule {
    private final Hazard hazard;
    private final Class<O> type;

    SafetyRule(Hazard hazard, Class<O> type) {
        this.hazard = hazard;
        this.type = type;
    }

    /** What it looks for. */
    public final Hazard hazard() {
        return hazard;
    }

    /** What it finds in the context's operation, if that is one it looks at. */
    Optional<Draft> judge(OperationContext context) {
        DdlOperation operation = context.operation();
        return type.isInstance(operation) ? check(type.cast(operation), context) : Optional.empty();
    }

    abstract Optional<Draft> check(O operation, OperationContext context);
}
