package dev.migrate.core.recipe;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.List;

/** An index dropped outside a transaction, without blocking. */
public record DropIndexConcurrently(String index) implements Recipe {
    @Override
    public String name() {
        return "dropIndexConcurrently";
    }

    @Override
    public List<String> arguments() {
        return List.of(index);
    }

    @Override
    public List<DdlOperation> operations() {
        return List.of(new DdlOperation.DropIndex(ObjectName.of(index), true, false, false));
    }
}
