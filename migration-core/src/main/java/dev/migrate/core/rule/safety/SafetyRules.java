package dev.migrate.core.rule.safety;

import java.util.List;

/** The rules over operations, in the order of {@link dev.migrate.api.Hazard}. */
public final class SafetyRules {
    private static final List<SafetyRule<?>> ALL = List.of(
            new AddRequiredColumn(),
            new AddColumnRewritesTable(),
            new CreateIndexBlocksWrites(),
            new DropColumnBeforeExpand(),
            new DropTableLosesData(),
            new TruncateLosesData(),
            new RenameBreaksRunningRelease(),
            new AlterTypeRewritesTable(),
            new SetNotNullScansTable(),
            new AddConstraintScansTable(),
            new AddUniqueBuildsIndex(),
            new ChangesRowsAtOnce(),
            new NarrowsForWriters(),
            new WorksUnderLock(),
            new WorksUnderEarlierLock(),
            new BreaksRunningRelease(),
            new RefusedByServer(),
            new UsesNewEnumValue(),
            new LeavesDataUnprotected(),
            new UnreadStatement());

    private SafetyRules() {}

    /** All of them. */
    public static List<SafetyRule<?>> all() {
        return ALL;
    }
}
