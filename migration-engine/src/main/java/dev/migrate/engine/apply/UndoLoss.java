package dev.migrate.engine.apply;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a way back takes away from those who use it: a table, or a column, with what was written there since.
 *
 * @param migration the migration that is undone
 * @param what the object, for people
 */
record UndoLoss(String migration, ObjectName table, String what) {
    /** The losses of some ways back, in their order. */
    static List<UndoLoss> of(List<Undo> undos) {
        return undos.stream().flatMap(UndoLoss::of).toList();
    }

    private static Stream<UndoLoss> of(Undo undo) {
        return undo.units().stream()
                .map(Unit::statements)
                .flatMap(List::stream)
                .flatMap(sql -> SqlReader.read(sql).stream())
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .flatMap(operation -> loss(undo.name(), operation).stream());
    }

    private static Optional<UndoLoss> loss(String migration, DdlOperation operation) {
        if (operation instanceof DdlOperation.DropTable drop) {
            return Optional.of(new UndoLoss(migration, drop.table(), "table " + drop.table()));
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return Optional.of(new UndoLoss(migration, drop.table(), "column " + drop.table() + "." + drop.column()));
        }
        return Optional.empty();
    }
}
