package dev.migrate.api;

import java.util.Objects;
import java.util.Optional;
import org.intellij.lang.annotations.Language;

/**
 * One statement written as SQL, made by {@link Recipes#sql}. It runs in the migration's transaction unless
 * {@link #outsideTransaction()} says otherwise.
 */
public final class SqlStep {
    private final String text;
    private final Optional<String> inverse;
    private final Optional<String> doneQuery;

    private SqlStep(String text, Optional<String> inverse, Optional<String> doneQuery) {
        this.text = text;
        this.inverse = inverse;
        this.doneQuery = doneQuery;
    }

    static SqlStep of(String text) {
        return new SqlStep(requireText(text, "SQL"), Optional.empty(), Optional.empty());
    }

    /**
     * Gives the statement that undoes this one; needed where the tool cannot derive it.
     *
     * @param sql one or more statements
     */
    public SqlStep down(@Language("PostgreSQL") String sql) {
        return new SqlStep(text, Optional.of(requireText(sql, "down")), doneQuery);
    }

    /**
     * Runs the statement alone in autocommit, for what PostgreSQL refuses in a transaction block. The result is not a
     * step yet: {@link OutsideTransaction#doneWhen} makes it one, because a run that was killed has to find out whether
     * the statement took effect.
     */
    public OutsideTransaction outsideTransaction() {
        return new OutsideTransaction(this);
    }

    /** The statement's text, as written. */
    public String text() {
        return text;
    }

    /** The text of the inverse, if {@link #down} gave one. */
    public Optional<String> inverse() {
        return inverse;
    }

    /** The query that tells whether a statement outside a transaction took effect; empty for one inside. */
    public Optional<String> doneQuery() {
        return doneQuery;
    }

    private static String requireText(String text, String what) {
        if (Objects.requireNonNull(text, what).isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return text;
    }

    /** A statement outside a transaction that cannot tell yet whether it is done. */
    public static final class OutsideTransaction {
        private final SqlStep step;

        private OutsideTransaction(SqlStep step) {
            this.step = step;
        }

        /**
         * Completes the step.
         *
         * @param query a SELECT of one boolean, true exactly when the statement took full effect
         */
        public SqlStep doneWhen(@Language("PostgreSQL") String query) {
            return new SqlStep(step.text, step.inverse, Optional.of(requireText(query, "doneWhen")));
        }
    }
}
