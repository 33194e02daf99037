package dev.migrate.core.recipe;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.List;

/** A column taken out of use over two releases: relaxed by the expand, removed by the contract. */
public record RetireColumn(String table, String column) implements Recipe {
    @Override
    public String name() {
        return "retireColumn";
    }

    @Override
    public List<String> arguments() {
        return List.of(table, column);
    }

    @Override
    public List<DdlOperation> operations() {
        return List.of(new DdlOperation.DropNotNull(ObjectName.of(table), column));
    }

    @Override
    public List<DdlOperation> contractOperations() {
        return List.of(new DdlOperation.DropColumn(ObjectName.of(table), column, false, false));
    }
}
