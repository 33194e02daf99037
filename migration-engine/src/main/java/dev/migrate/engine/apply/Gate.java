package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.Optional;

/** Decides whether a contract may run on this database now. */
@FunctionalInterface
public interface Gate {
    /**
     * What the contract still waits for.
     *
     * @return one line that completes "waits for …"; empty if it may run
     */
    Optional<String> waitsFor(Question question);

    /**
     * A contract before its gate.
     *
     * @param session may read; the run lock is held
     * @param expand the first half; complete, unless it is about to run before the contract in this very run
     * @param expandIsNew whether it is
     */
    record Question(
            Session session,
            History.Scope scope,
            Ledger ledger,
            Migration contract,
            Migration expand,
            boolean expandIsNew) {}

    /** A gate that is open: on a development database. */
    static Gate open() {
        return question -> Optional.empty();
    }

    /** A gate without evidence: no release is known, so none is known to have stopped using what goes. */
    static Gate withoutEvidence() {
        return question -> Optional.of(
                "a recorded release that contains " + question.expand().simpleName() + ": none is recorded");
    }
}
