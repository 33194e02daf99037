package dev.migrate.core.script;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether files name one object now with the schema {@code public} and now without: the two are the same then. */
final class MixedNames {
    private MixedNames() {}

    static boolean in(List<Migration> migrations) {
        Set<String> qualified = new HashSet<>();
        Set<String> plain = new HashSet<>();
        for (Migration migration : migrations) {
            migration.up().stream()
                    .flatMap(step -> step.operations().stream())
                    .flatMap(placed -> placed.operation().subject().stream())
                    .forEach(name -> add(name, qualified, plain));
        }
        qualified.retainAll(plain);
        return !qualified.isEmpty();
    }

    private static void add(ObjectName name, Set<String> qualified, Set<String> plain) {
        Optional<String> schema = name.schema();
        if (schema.isEmpty()) {
            plain.add(name.name());
        } else if (schema.get().equals(ScriptOptions.PUBLIC)) {
            qualified.add(name.name());
        }
    }
}
