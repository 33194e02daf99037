package shop.migrations;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.BOOLEAN;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import java.util.List;
import org.jooq.DDLQuery;

/** What a customer can filter by. A flag that nobody has set is false. */
@Safe
public final class %class% implements SchemaMigration {
    private static final List<String> FLAGS = List.of("fragile", "frozen", "bulky");

    @Override
    public void up(Steps steps) {
        for (String flag : FLAGS) {
            steps.add(flag("%table%", flag + "_%number%"));
        }
    }

    private static DDLQuery flag(String table, String column) {
        return alterTable(table).addColumn(column, BOOLEAN.notNull().defaultValue(false));
    }
}
