package dev.migrate.engine.release;

import dev.migrate.engine.apply.Gate;
import java.util.Optional;

/** The gate of contracts on a production database: it reads recorded releases. */
public final class EvidenceGate implements Gate {
    private final Optional<String> beingApplied;

    /**
     * A gate.
     *
     * @param beingApplied the label of the release that the run applies, if it is named
     */
    public EvidenceGate(Optional<String> beingApplied) {
        this.beingApplied = beingApplied;
    }

    @Override
    public Optional<String> waitsFor(Question question) {
        return ReleaseGate.waitsFor(
                question.session().connection(),
                new ReleaseScope(
                        question.scope().tables(),
                        question.scope().app(),
                        question.scope().schema()),
                new ReleaseGate.Question(
                        question.contract().simpleName(),
                        question.expand().simpleName(),
                        !question.expandIsNew(),
                        beingApplied));
    }
}
