package dev.migrate.core.plan;

import dev.migrate.core.migration.Place;
import dev.migrate.core.recipe.Backfill;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A part of a migration that is done as a whole or not at all, or can tell how far it came. */
public sealed interface Unit {
    /** The statements it runs, for people; a backfill's are made batch by batch. */
    List<String> statements();

    /** Statements in one transaction, whose end is recorded by a row of the history committed with them. */
    record Transaction(List<Statement> parts) implements Unit {
        /** Copies the list. */
        public Transaction {
            parts = List.copyOf(parts);
        }

        @Override
        public List<String> statements() {
            return parts.stream().map(Statement::sql).toList();
        }
    }

    /**
     * A statement that PostgreSQL refuses in a transaction.
     *
     * @param doneWhen a query of one boolean that is true exactly when the statement took full effect
     * @param leftover what an interrupted run can leave behind, removed before each try
     * @param concurrent whether it waits for old transactions instead of locking others out
     */
    record Alone(Statement statement, String doneWhen, Optional<Leftover> leftover, boolean concurrent)
            implements Unit {
        /** Refuses null. */
        public Alone {
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(doneWhen, "doneWhen");
            Objects.requireNonNull(leftover, "leftover");
        }

        @Override
        public List<String> statements() {
            return List.of(statement.sql());
        }
    }

    /** A backfill, whose journal commits with each batch. */
    record Batches(Backfill backfill, Place place) implements Unit {
        /** Refuses null. */
        public Batches {
            Objects.requireNonNull(backfill, "backfill");
            Objects.requireNonNull(place, "place");
        }

        @Override
        public List<String> statements() {
            return List.of();
        }
    }

    /** One statement and the line that asked for it. */
    record Statement(String sql, Place place) {
        /** Refuses null. */
        public Statement {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * What an interrupted statement leaves behind.
     *
     * @param presentWhen a query of one boolean
     * @param removal the statement that removes it, alone
     */
    record Leftover(String presentWhen, String removal) {
        /** Refuses null. */
        public Leftover {
            Objects.requireNonNull(presentWhen, "presentWhen");
            Objects.requireNonNull(removal, "removal");
        }
    }
}
