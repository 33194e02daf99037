package dev.migrate.core.rule.order;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.schema.Inverses;

/** What has no way back, in words. */
final class Loss {
    private Loss() {}

    /** What was done: "no way back from …". */
    static String what(DdlOperation operation) {
        if (operation instanceof DdlOperation.Opaque) {
            return "a statement that could not be read";
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return change.verb() + " on " + change.table();
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return "dropping " + drop.table() + "." + drop.column();
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return "dropping " + drop.table();
        }
        return "changing " + operation.subject().map(Object::toString).orElse("the schema");
    }

    /** Why no statement is known that undoes it. */
    static String why(DdlOperation operation) {
        if (Inverses.losesData(operation)) {
            return "no statement brings the data back";
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return change.verb() == DdlOperation.DataChange.Verb.INSERT
                    ? "which rows are new is not known"
                    : "what the rows were before is not known";
        }
        return "what was there before is not known from the migrations";
    }
}
