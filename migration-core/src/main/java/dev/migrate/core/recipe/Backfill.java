package dev.migrate.core.recipe;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column filled in batches.
 *
 * @param setting the expression, if the server computes
 * @param reading the columns that Java reads, in the model's order
 * @param types the model's Java types, by name
 * @param computing takes the values of {@code reading}, gives one value; absent when read from source
 * @param oldWritersGet the default for rows inserted meanwhile, as SQL
 */
public record Backfill(
        String table,
        String column,
        Optional<String> setting,
        List<String> reading,
        List<String> types,
        Optional<Function<Object[], Object[]>> computing,
        Optional<String> oldWritersGet)
        implements Recipe {
    /** Copies the lists. */
    public Backfill {
        reading = List.copyOf(reading);
        types = List.copyOf(types);
    }

    static Backfill of(Arguments arguments) {
        return new Backfill(
                arguments.text("table"),
                arguments.text("column"),
                arguments.optionalText("setting"),
                arguments.texts("reading"),
                arguments.texts("types"),
                arguments.function("computing"),
                arguments.optionalText("oldWritersGet"));
    }

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public List<String> arguments() {
        List<String> all = new ArrayList<>(List.of(table, column, setting.orElse(""), String.join(",", reading)));
        all.add(oldWritersGet.orElse(""));
        return all;
    }

    @Override
    public List<DdlOperation> operations() {
        ObjectName name = ObjectName.of(table);
        List<DdlOperation> operations = new ArrayList<>();
        oldWritersGet.ifPresent(expression -> operations.add(new DdlOperation.SetDefault(name, column, expression)));
        operations.add(new DdlOperation.DataChange(DdlOperation.DataChange.Verb.UPDATE, name));
        return operations;
    }
}
