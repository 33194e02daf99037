package dev.migrate.core.operation;

import dev.migrate.core.schema.Column;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.Optional;

/** Whether a column has to be read through to become NOT NULL. */
final class NotNull {
    /** Since this major a validated CHECK spares the scan. */
    private static final int PROOF_BY_CHECK = 12;

    private final Schema before;
    private final int major;

    NotNull(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    /** Adds what making the column NOT NULL costs, the lock aside. */
    EffectDraft set(EffectDraft draft, ObjectName name, String column) {
        Optional<Table> table = before.table(name);
        boolean already = table.flatMap(each -> each.column(column))
                .filter(Column::notNull)
                .isPresent();
        if (already) {
            return draft;
        }
        if (table.filter(each -> each.provesNotNull(column)).isPresent()) {
            // The CHECK has refused NULL already: nothing changes for writers.
            return major >= PROOF_BY_CHECK ? draft : draft.scans();
        }
        return draft.scans().narrows().mayUnless(table.filter(Table::known).isPresent());
    }
}
