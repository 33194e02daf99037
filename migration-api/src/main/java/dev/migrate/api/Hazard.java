package dev.migrate.api;

/**
 * What the rules look for, one constant a rule: its only name, and its line in the list of rules. A message shows it as
 * {@link #ruleName()}, {@link Accept} takes the constant, its page is {@code docs/hazards/<ruleName>.md}.
 */
public enum Hazard {
    /** A column that is NOT NULL without a default, added to a table that can hold rows. */
    ADD_REQUIRED_COLUMN(Category.CAN_FAIL),
    /** A new column whose default or type makes PostgreSQL write the whole table anew. */
    ADD_COLUMN_REWRITES_TABLE(Category.REWRITE),
    /** CREATE INDEX without CONCURRENTLY on a table that existed before. */
    CREATE_INDEX_BLOCKS_WRITES(Category.BLOCKS_WRITES),
    /** A column dropped without an earlier {@link Expand} that retires it. */
    DROP_COLUMN_BEFORE_EXPAND(Category.BREAKS_OLD_RELEASE),
    /** A table dropped while the running release can use it. */
    DROP_TABLE_LOSES_DATA(Category.DATA_LOSS),
    /** A table emptied while the running release can use it. */
    TRUNCATE_LOSES_DATA(Category.DATA_LOSS),
    /** A column or table renamed in place. */
    RENAME_BREAKS_RUNNING_RELEASE(Category.BREAKS_OLD_RELEASE),
    /** A type change that rewrites the table or its indexes, or scans it. */
    ALTER_TYPE_REWRITES_TABLE(Category.REWRITE),
    /** SET NOT NULL without a validated CHECK that proves it. */
    SET_NOT_NULL_SCANS_TABLE(Category.BLOCKS_READS),
    /** A CHECK or FOREIGN KEY added and validated in one step. */
    ADD_CONSTRAINT_SCANS_TABLE(Category.BLOCKS_WRITES),
    /** A UNIQUE or PRIMARY KEY constraint that builds its index under a strong lock. */
    ADD_UNIQUE_BUILDS_INDEX(Category.BLOCKS_READS),
    /** Rows of an existing table changed in one statement, each locked until the end. */
    CHANGES_ROWS_AT_ONCE(Category.LOCKS_ROWS),
    /** A constraint on a table that a release already writes: writes that succeeded before can fail. */
    NARROWS_FOR_WRITERS(Category.BREAKS_OLD_RELEASE),
    /** Work on a table while its writers wait, which no other rule is about. */
    WORKS_UNDER_LOCK(Category.BLOCKS_READS),
    /** Work that stops nobody by itself, while an earlier statement's lock is kept. */
    WORKS_UNDER_EARLIER_LOCK(Category.BLOCKS_READS),
    /** What makes statements of the running release fail, which no other rule is about. */
    BREAKS_RUNNING_RELEASE(Category.BREAKS_OLD_RELEASE),
    /** What PostgreSQL refuses whatever rows there are, because of what earlier migrations made. */
    REFUSED_BY_SERVER(Category.CAN_FAIL),
    /** A value of an enum type used in the transaction that adds it. */
    USES_NEW_ENUM_VALUE(Category.CAN_FAIL),
    /** A table made to lose its rows in a crash, or writes that skip its triggers and foreign keys. */
    LEAVES_DATA_UNPROTECTED(Category.DATA_LOSS),
    /** A statement that the tool could not read, and so does not pass as safe. */
    UNREAD_STATEMENT(Category.CAN_FAIL);

    private final Category category;
    private final String since;

    Hazard(Category category) {
        this(category, "0.1");
    }

    Hazard(Category category, String since) {
        this.category = category;
        this.since = since;
    }

    /** The minor version of this tool that brought the rule, in which its errors are warnings: {@code 0.2}. */
    public String since() {
        return since;
    }

    /** What kind of harm it is. */
    public Category category() {
        return category;
    }

    /** Whether it is accepted only with {@link Risky#maintenanceWindow()}: a rewrite, a rename in place, a key change. */
    public boolean dangerous() {
        return category == Category.REWRITE || this == RENAME_BREAKS_RUNNING_RELEASE;
    }

    /** The constant in upper camel case: the rule's class, its page, and the tag in a message. */
    public String ruleName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }

    /** The kinds of harm, as machine-readable output names them. */
    public enum Category {
        /** Reads wait, and so do writes. */
        BLOCKS_READS,
        /** Writes wait. */
        BLOCKS_WRITES,
        /** Writers of the same rows wait, and nobody else. */
        LOCKS_ROWS,
        /** The table is written anew under a lock that stops everything. */
        REWRITE,
        /** Statements of the running release fail or change their meaning. */
        BREAKS_OLD_RELEASE,
        /** Data is gone afterwards. */
        DATA_LOSS,
        /** The migration itself can fail on real data. */
        CAN_FAIL,
        /** The order of expand, release and contract is broken. */
        ORDER,
        /** A matter of good practice. */
        LINT;

        /** The name in JSON: lower case with hyphens. */
        public String jsonName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
