package dev.migrate.core.operation;

/** What a {@link DdlOperation.TableSetting} sets. */
public enum SettingKind {
    /** SET STATISTICS of a column. */
    STATISTICS,
    /** SET or RESET of a column's options in parentheses. */
    COLUMN_OPTIONS,
    /** SET STORAGE of a column. */
    STORAGE,
    /** SET COMPRESSION of a column. */
    COMPRESSION,
    /** SET or RESET of the table's storage parameters; the value is their names with commas between them. */
    STORAGE_PARAMETERS,
    /** SET LOGGED. */
    LOGGED,
    /** SET UNLOGGED. */
    UNLOGGED,
    /** SET TABLESPACE. */
    TABLESPACE,
    /** SET ACCESS METHOD. */
    ACCESS_METHOD,
    /** SET WITHOUT OIDS, which does nothing since 12. */
    WITHOUT_OIDS,
    /** CLUSTER ON an index: remembers it for the next CLUSTER. */
    CLUSTER_ON,
    /** SET WITHOUT CLUSTER. */
    WITHOUT_CLUSTER,
    /** REPLICA IDENTITY. */
    REPLICA_IDENTITY,
    /** OWNER TO. */
    OWNER,
    /** OF a composite type. */
    OF_TYPE,
    /** NOT OF. */
    NOT_OF,
    /** ENABLE [REPLICA | ALWAYS] TRIGGER; the value is its name, ALL or USER. */
    ENABLE_TRIGGER,
    /** DISABLE TRIGGER; the value is its name, ALL or USER. */
    DISABLE_TRIGGER,
    /** ENABLE [REPLICA | ALWAYS] RULE. */
    ENABLE_RULE,
    /** DISABLE RULE. */
    DISABLE_RULE,
    /** ENABLE ROW LEVEL SECURITY. */
    ENABLE_ROW_SECURITY,
    /** DISABLE ROW LEVEL SECURITY. */
    DISABLE_ROW_SECURITY,
    /** FORCE ROW LEVEL SECURITY. */
    FORCE_ROW_SECURITY,
    /** NO FORCE ROW LEVEL SECURITY. */
    NO_FORCE_ROW_SECURITY;

    /** The words for people. */
    public String words() {
        String words = name().replace('_', ' ');
        return switch (this) {
            case LOGGED,
                    UNLOGGED,
                    STATISTICS,
                    STORAGE,
                    COMPRESSION,
                    COLUMN_OPTIONS,
                    STORAGE_PARAMETERS,
                    TABLESPACE,
                    ACCESS_METHOD,
                    WITHOUT_OIDS,
                    WITHOUT_CLUSTER -> "SET " + words;
            case OWNER -> "OWNER TO";
            case OF_TYPE -> "OF";
            case ENABLE_ROW_SECURITY, DISABLE_ROW_SECURITY, FORCE_ROW_SECURITY, NO_FORCE_ROW_SECURITY ->
                words.replace("ROW", "ROW LEVEL");
            default -> words;
        };
    }
}
