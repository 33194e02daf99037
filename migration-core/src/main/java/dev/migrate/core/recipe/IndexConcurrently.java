package dev.migrate.core.recipe;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An index built outside a transaction, without blocking writes. */
public record IndexConcurrently(
        String index,
        String table,
        List<String> columns,
        List<String> including,
        boolean unique,
        String method,
        Optional<String> where)
        implements Recipe {
    /** Copies the lists. */
    public IndexConcurrently {
        columns = List.copyOf(columns);
        including = List.copyOf(including);
    }

    static IndexConcurrently of(Arguments arguments) {
        return new IndexConcurrently(
                arguments.text("index"),
                arguments.text("table"),
                arguments.texts("columns"),
                arguments.texts("including"),
                arguments.flag("unique"),
                arguments.optionalText("using").orElse("btree"),
                arguments.optionalText("where"));
    }

    @Override
    public String name() {
        return "indexConcurrently";
    }

    @Override
    public List<String> arguments() {
        List<String> all =
                new ArrayList<>(List.of(index, table, String.join(",", columns), String.join(",", including)));
        all.add(unique ? "unique" : "");
        all.add(method);
        all.add(where.orElse(""));
        return all;
    }

    @Override
    public List<DdlOperation> operations() {
        return List.of(new DdlOperation.CreateIndex(
                Optional.of(index), ObjectName.of(table), columns, including, unique, true, false, method, where));
    }
}
