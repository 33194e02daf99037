package dev.migrate.core.rule;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding.Level;

/**
 * What the rules over identity, order and form look for, one constant a rule. Unlike {@link dev.migrate.api.Hazard}
 * these cannot be accepted: they are put right.
 */
public enum OrderRule {
    /** A class that is not named {@code V<number>_<Name>}. */
    MALFORMED_NAME(Category.ORDER, Level.ERROR),
    /** Two migrations of an app with one number. */
    DUPLICATE_NUMBER(Category.ORDER, Level.ERROR),
    /** A migration below no package with {@code @Migrations}. */
    OUTSIDE_MIGRATIONS(Category.ORDER, Level.ERROR),
    /** Not exactly one of the four kinds. */
    WRONG_ANNOTATIONS(Category.ORDER, Level.ERROR),
    /** An interface that does not go with the annotations. */
    WRONG_INTERFACE(Category.ORDER, Level.ERROR),
    /** A contract of something that is no expand of its app. */
    CONTRACT_WITHOUT_EXPAND(Category.ORDER, Level.ERROR),
    /** A contract that is ordered before its expand. */
    CONTRACT_BEFORE_EXPAND(Category.ORDER, Level.ERROR),
    /** A contract of an expand that has one already. */
    SECOND_CONTRACT(Category.ORDER, Level.ERROR),
    /** A contract in the declared release of its expand. */
    CONTRACT_IN_SAME_RELEASE(Category.BREAKS_OLD_RELEASE, Level.ERROR),
    /** An expand that leaves nothing for a contract to do. */
    EXPAND_DECLARES_NOTHING(Category.ORDER, Level.WARNING),
    /** A second half declared where no contract can run it. */
    PAIRED_OUTSIDE_EXPAND(Category.ORDER, Level.ERROR),
    /** A way back that can neither be derived nor is written. */
    MISSING_WAY_BACK(Category.CAN_FAIL, Level.ERROR),
    /** A reason without words. */
    BLANK_REASON(Category.LINT, Level.ERROR),
    /** A dangerous hazard accepted without a maintenance window. */
    NEEDS_MAINTENANCE_WINDOW(Category.BLOCKS_READS, Level.ERROR),
    /** An acceptance that finds nothing. */
    UNUSED_ACCEPTANCE(Category.LINT, Level.INFO),
    /** Migrations that wait for each other. */
    DEPENDENCY_CYCLE(Category.ORDER, Level.ERROR),
    /** A statement that PostgreSQL refuses in a transaction block. */
    NEEDS_OUTSIDE_TRANSACTION(Category.CAN_FAIL, Level.ERROR),
    /** Something the author wrote that jOOQ leaves out of its SQL. */
    LOST_BY_JOOQ(Category.CAN_FAIL, Level.ERROR),
    /** A schema named in a migration. */
    LITERAL_SCHEMA(Category.LINT, Level.WARNING),
    /** More than one statement in one step. */
    SEVERAL_STATEMENTS(Category.CAN_FAIL, Level.ERROR);

    private final Category category;
    private final Level level;
    private final String since;

    OrderRule(Category category, Level level) {
        this(category, level, ToolVersion.FIRST);
    }

    OrderRule(Category category, Level level, String since) {
        this.category = category;
        this.level = level;
        this.since = since;
    }

    /** The minor version of this tool that brought the rule, in which its errors are warnings. */
    public String since() {
        return since;
    }

    /** What kind of harm it is. */
    public Category category() {
        return category;
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }

    /** The constant in upper camel case: the rule's class, its page, and the tag in a message. */
    public String ruleName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}
