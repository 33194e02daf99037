package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.history.HistoryRow;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.verify.Verdict;
import dev.migrate.engine.verify.Verifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the checks of what this run applied; one that does not hold is told, and nothing is undone. */
final class VerifyStage {
    private final Workplace.Tools tools;
    private final Workplace place;

    VerifyStage(Workplace.Tools tools, Workplace place) {
        this.tools = tools;
        this.place = place;
    }

    /** The verdicts on the named migrations, which are complete. */
    List<Verdict> run(Set<String> applied) {
        Set<String> complete = place.ledger().rows().stream()
                .filter(row -> row.recorded().state().complete())
                .map(HistoryRow::name)
                .collect(Collectors.toCollection(HashSet::new));
        complete.addAll(applied);
        List<Migration> checked = Checks.meaningful(
                        tools.graph(), place.planner().migrations(), complete)
                .stream()
                .filter(migration -> applied.contains(migration.simpleName()))
                .toList();
        int checks = checked.stream().mapToInt(Verifier::checksOf).sum();
        tools.events()
                .accept(new Event.Stage(
                        "verify", checks == 0 ? "no checks to run" : Words.count(checks, "check") + " on the data"));
        return new Verifier(place.session().connection(), Bookkeeping.CHECK_TIMEOUT, tools.events())
                .verify(checked)
                .verdicts();
    }
}
