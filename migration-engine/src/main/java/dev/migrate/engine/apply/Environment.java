package dev.migrate.engine.apply;

import dev.migrate.engine.Setting;
import dev.migrate.engine.history.Ledger;

/** Whether a database is for development, where contracts need not wait. The first apply decides, the history keeps it. */
final class Environment {
    private static final String DEVELOPMENT = "development";
    private static final String PRODUCTION = "production";

    private Environment() {}

    /** What a first apply records: as asked, else development on a server that the tool started itself. */
    static String toRecord(Workplace.Tools tools) {
        return tools.settings()
                .oneOf(Setting.ENVIRONMENT, DEVELOPMENT, PRODUCTION)
                .orElse(tools.target().embedded() ? DEVELOPMENT : PRODUCTION);
    }

    /** The gate of contracts there. */
    static Gate gate(Workplace.Tools tools, Ledger ledger) {
        return development(tools, ledger) ? Gate.open() : tools.gate();
    }

    /** Whether the database is for development. */
    static boolean development(Workplace.Tools tools, Ledger ledger) {
        return ledger.environment().orElseGet(() -> toRecord(tools)).equals(DEVELOPMENT);
    }
}
