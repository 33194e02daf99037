package dev.migrate.core.rule;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.Optional;

/** What an operation is about. */
public final class Subjects {
    private Subjects() {}

    /** The table or index that the operation names; empty for what could not be read. */
    public static Optional<ObjectName> of(DdlOperation operation) {
        if (operation instanceof DdlOperation.DropIndex drop) {
            return Optional.of(drop.index());
        }
        if (operation instanceof DdlOperation.RenameIndex rename) {
            return Optional.of(rename.index());
        }
        return tableOf(operation);
    }

    /** The table that the operation changes; empty where it names none. */
    public static Optional<ObjectName> tableOf(DdlOperation operation) {
        if (operation instanceof DdlOperation.CreateTable create) {
            return Optional.of(create.table());
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DdlOperation.RenameTable rename) {
            return Optional.of(rename.table());
        }
        if (operation instanceof DdlOperation.CreateIndex create) {
            return Optional.of(create.table());
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return Optional.of(change.table());
        }
        return tableOfColumnChange(operation).or(() -> tableOfConstraintChange(operation));
    }

    private static Optional<ObjectName> tableOfColumnChange(DdlOperation operation) {
        if (operation instanceof DdlOperation.AddColumn add) {
            return Optional.of(add.table());
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DdlOperation.RenameColumn rename) {
            return Optional.of(rename.table());
        }
        if (operation instanceof DdlOperation.SetNotNull set) {
            return Optional.of(set.table());
        }
        if (operation instanceof DdlOperation.DropNotNull drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DdlOperation.SetDefault set) {
            return Optional.of(set.table());
        }
        if (operation instanceof DdlOperation.DropDefault drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DdlOperation.AlterColumnType alter) {
            return Optional.of(alter.table());
        }
        return Optional.empty();
    }

    private static Optional<ObjectName> tableOfConstraintChange(DdlOperation operation) {
        if (operation instanceof DdlOperation.AddConstraint add) {
            return Optional.of(add.table());
        }
        if (operation instanceof DdlOperation.ValidateConstraint validate) {
            return Optional.of(validate.table());
        }
        if (operation instanceof DdlOperation.DropConstraint drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DdlOperation.RenameConstraint rename) {
            return Optional.of(rename.table());
        }
        return Optional.empty();
    }
}
