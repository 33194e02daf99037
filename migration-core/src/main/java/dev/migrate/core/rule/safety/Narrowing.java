package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.DropDefault;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.DdlOperation.SetNotNull;
import dev.migrate.core.rule.StatementText;

/** What narrows, in words. */
final class Narrowing {
    private Narrowing() {}

    /** The subject of a sentence: "… refuses writes". */
    static String what(DdlOperation operation) {
        if (operation instanceof AddConstraint add) {
            return "constraint " + Fix.constraintName(add.table(), add.constraint());
        }
        if (operation instanceof DropConstraint drop) {
            return "dropping constraint " + drop.constraint();
        }
        if (operation instanceof DropIndex drop) {
            return "dropping unique index " + drop.index();
        }
        if (operation instanceof CreateIndex create) {
            return "unique index " + StatementText.indexName(create);
        }
        if (operation instanceof SetNotNull set) {
            return "NOT NULL on " + set.table() + "." + set.column();
        }
        if (operation instanceof DropDefault drop) {
            return "taking the default from " + drop.table() + "." + drop.column();
        }
        if (operation instanceof AlterColumnType alter) {
            return "type " + alter.type() + " of " + alter.table() + "." + alter.column();
        }
        AddColumn add = (AddColumn) operation;
        return "the constraint of new column " + add.table() + "."
                + add.column().name();
    }

    /** Which statements of the running release fail. */
    static String effect(DdlOperation operation) {
        return operation instanceof DropConstraint || operation instanceof DropIndex
                ? "INSERT … ON CONFLICT of the running release fails once its unique index is gone"
                : "the running release was written without it: its INSERT and UPDATE statements fail wherever they do not"
                        + " comply";
    }
}
