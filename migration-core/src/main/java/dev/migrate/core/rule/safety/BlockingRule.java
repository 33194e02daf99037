package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * A rule about work that is done while somebody waits. It is asked only where {@link
 * dev.migrate.core.operation.Effects} says that there is such work on a table that was there before the migration, and
 * its finding has the category that the work has, unless the statement fails before it works; what no such rule speaks about is found by {@link WorksUnderLock}.
 *
 * @param <O> the operations it looks at
 */
abstract class BlockingRule<O extends DdlOperation> extends SafetyRule<O> {
    BlockingRule(Hazard hazard, Class<O> type) {
        super(hazard, type);
    }

    @Override
    final Optional<Draft> judge(OperationContext context) {
        return context.heldUp().isEmpty()
                ? Optional.empty()
                : super.judge(context)
                        .map(draft ->
                                draft.category() == Category.CAN_FAIL ? draft : draft.category(context.category()));
    }
}
