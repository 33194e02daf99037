package dev.migrate.core.rule.order;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.MigrationName;
import java.math.BigInteger;

/** A name that is free: one after the last of the app, with as many digits. */
final class NextName {
    private NextName() {}

    static String of(Migration migration, MigrationGraph graph) {
        String rest = migration.simpleName().replaceFirst("^V?\\d*_*", "");
        return prefix(migration, graph) + "_" + (rest.isEmpty() ? migration.simpleName() : rest);
    }

    private static String prefix(Migration migration, MigrationGraph graph) {
        return migration
                .app()
                .flatMap(app -> graph.migrations(app).stream()
                        .flatMap(other -> other.name().stream())
                        .reduce((one, other) -> other))
                .map(NextName::after)
                .orElse("V0001");
    }

    private static String after(MigrationName last) {
        int digits = last.text().indexOf('_') - 1;
        String number = last.number().add(BigInteger.ONE).toString();
        return "V" + "0".repeat(Math.max(0, digits - number.length())) + number;
    }
}
