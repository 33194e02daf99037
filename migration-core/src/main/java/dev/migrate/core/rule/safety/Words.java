package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AttachPartition;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Maintenance;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.TypeOperation;
import java.util.Locale;

/** What an operation is called, and what else could be done. */
final class Words {
    private Words() {}

    /** As the subject of a sentence: {@code SET UNLOGGED on t}. */
    static String of(OperationContext context) {
        DdlOperation operation = context.operation();
        return keyWords(operation)
                + operation.subject().map(name -> " on " + name).orElse("");
    }

    static String keyWords(DdlOperation operation) {
        if (operation instanceof TableSetting setting) {
            return setting.kind().words();
        }
        if (operation instanceof Maintenance maintenance) {
            return maintenance.kind().words();
        }
        if (operation instanceof ObjectChange change) {
            return change.verb().words() + " " + change.kind().words();
        }
        if (operation instanceof DataChange change) {
            return change.verb().name();
        }
        if (operation instanceof TypeOperation.ChangeDomain change) {
            return "ALTER DOMAIN … " + change.change().name().replace('_', ' ');
        }
        return operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    /** A way with less harm, where there is one that fits all statements of the kind. */
    static String[] alternative(OperationContext context) {
        DdlOperation operation = context.operation();
        if (operation instanceof AttachPartition attach) {
            return new String[] {
                "before it, a validated CHECK on " + attach.partition() + " that says what the bound says, and that the"
                        + " key is NOT NULL;",
                "with a DEFAULT partition, also one on that which excludes the new rows"
            };
        }
        if (operation instanceof TypeOperation) {
            return new String[] {"the condition as a CHECK on each column, added NOT VALID and validated apart"};
        }
        return new String[] {"do it while nobody needs the table, or fill a new table in batches and swap the names"};
    }
}
