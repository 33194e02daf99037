package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.SubCommands;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.rule.Paste;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks all rules about one operation on every version, keeps the worst answer of each, and takes away what is accepted. */
final class OperationJudge {
    private static final int OLDEST_KNOWN = 13;

    private final MigrationGraph graph;
    private final RunOperation run;
    private final Optional<Migration> contract;
    private final Schema before;
    private final Novelty novelty;
    private final OpenTransaction transaction;
    private final List<RunOperation> following;
    private final List<Suppressed> accepted = new ArrayList<>();
    private final Set<Acceptance> used = new HashSet<>();
    private final Map<Integer, Effect> effects = new HashMap<>();

    OperationJudge(
            MigrationGraph graph,
            RunOperation run,
            Optional<Migration> contract,
            Schema before,
            Novelty novelty,
            OpenTransaction transaction,
            List<RunOperation> following) {
        this.graph = graph;
        this.run = run;
        this.contract = contract;
        this.before = afterDrops(run, following, before);
        this.novelty = novelty;
        this.transaction = transaction;
        this.following = following;
    }

    List<Finding> findings(JudgeOptions options) {
        int oldest = Math.min(run.author().postgres().orElse(OLDEST_KNOWN), options.newest());
        Map<Hazard, OverVersions> flagged = new LinkedHashMap<>();
        Map<Question, List<Answer>> asked = new HashMap<>();
        for (int postgres = oldest; postgres <= options.newest(); postgres++) {
            int version = postgres;
            asked.computeIfAbsent(question(version), question -> ask(version, question.effect()))
                    .forEach(answer -> flag(answer.hazard(), answer.draft(), version, flagged));
        }
        flagged.keySet().removeIf(hazard -> isAccepted(hazard, flagged));
        List<Hazard> echoes = echoes(flagged.keySet());
        List<Finding> findings = new ArrayList<>();
        flagged.forEach((hazard, answers) -> {
            if (!echoes.contains(hazard)) {
                Finding finding = finding(hazard, echoes, answers.draft(oldest, options.newest()));
                findings.add(finding);
                findings.addAll(TruncateLosesData.andMeanwhile(finding, run, before));
            }
        });
        return findings;
    }

    /** What is found and accepted. */
    List<Suppressed> accepted() {
        return accepted;
    }

    Set<Acceptance> used() {
        return used;
    }

    private static Schema afterDrops(RunOperation run, List<RunOperation> following, Schema before) {
        List<DdlOperation> later = following.stream()
                .takeWhile(next -> next.step().equals(run.step()))
                .map(RunOperation::operation)
                .toList();
        return SubCommands.foundBy(run.operation(), later, before);
    }

    private Effect effect(int postgres) {
        Effect effect = Effects.of(run.operation(), before, postgres, novelty::isNew);
        return transaction
                .utc()
                .map(utc -> Effects.inTimeZone(effect, run.operation(), before, utc))
                .orElse(effect);
    }

    /** What the rules look at that can differ between versions. */
    private record Question(Effect effect, Optional<Refusal> refusal, boolean valuesOfNewTypesAreUsable) {}

    private Question question(int postgres) {
        Effect effect = effects.computeIfAbsent(
                Effects.sameSince(run.operation(), before, postgres), since -> effect(postgres));
        return new Question(
                effect,
                Refusal.of(run, before, postgres),
                !transaction.labels().isEmpty() && UsesNewEnumValue.ofNewType(postgres));
    }

    private record Answer(Hazard hazard, Draft draft) {}

    /** What the rules say on one version; on another with the same effect and refusal they say the same. */
    private List<Answer> ask(int postgres, Effect effect) {
        List<Answer> answers = new ArrayList<>();
        OperationContext context = new OperationContext(
                graph, run, contract.isPresent(), before, novelty, transaction, following, postgres, effect);
        boolean explained = false;
        boolean ordered = false;
        for (SafetyRule<?> rule : SafetyRules.all()) {
            Optional<Draft> draft = rule.judge(context);
            draft.ifPresent(found -> answers.add(new Answer(rule.hazard(), found)));
            explained |= draft.isPresent() && owns(rule);
            ordered |= draft.filter(found -> rule instanceof BlockingRule<?> || BreaksRunningRelease.isSaidBy(found))
                    .isPresent();
        }
        if (!explained) {
            WorksUnderLock.of(context).ifPresent(found -> answers.add(new Answer(Hazard.WORKS_UNDER_LOCK, found)));
        }
        if (!ordered) {
            BreaksRunningRelease.of(context)
                    .ifPresent(found -> answers.add(new Answer(Hazard.BREAKS_RUNNING_RELEASE, found)));
        }
        return answers;
    }

    /** Whether the work is said with it; what fails on the first row does none. */
    private static boolean owns(SafetyRule<?> rule) {
        return rule instanceof BlockingRule<?> || rule instanceof AddRequiredColumn;
    }

    private static void flag(Hazard hazard, Draft draft, int postgres, Map<Hazard, OverVersions> flagged) {
        flagged.merge(hazard, OverVersions.of(draft, postgres), OverVersions::and);
    }

    private boolean isAccepted(Hazard hazard, Map<Hazard, OverVersions> flagged) {
        OverVersions answers = Objects.requireNonNull(flagged.get(hazard));
        List<Acceptance> matching = acceptances().stream()
                .filter(acceptance -> acceptance.hazard() == hazard)
                .filter(acceptance -> AcceptedName.means(acceptance, answers.worst.object(), before))
                .filter(acceptance -> acceptance.covers(answers.worst.place()))
                .toList();
        used.addAll(matching);
        matching.stream()
                .findFirst()
                .ifPresent(acceptance -> accepted.add(new Suppressed(
                        byRunner(answers.worst.finding()), Suppressed.Why.ACCEPTED, acceptance.because())));
        return !matching.isEmpty();
    }

    private List<Acceptance> acceptances() {
        List<Acceptance> all = new ArrayList<>(run.author().accepted());
        contract.filter(migration -> !migration.equals(run.author()))
                .ifPresent(migration -> all.addAll(migration.accepted()));
        return all;
    }

    /**
     * One cause, one finding: where something worse is flagged, its fix moves the narrowing into a contract too. What the
     * server refuses, perhaps on some versions only, says nothing of that.
     */
    private static List<Hazard> echoes(Set<Hazard> flagged) {
        boolean worse = flagged.stream()
                .anyMatch(hazard -> hazard != Hazard.NARROWS_FOR_WRITERS && hazard != Hazard.REFUSED_BY_SERVER);
        return worse && flagged.contains(Hazard.NARROWS_FOR_WRITERS) ? List.of(Hazard.NARROWS_FOR_WRITERS) : List.of();
    }

    private Finding finding(Hazard hazard, List<Hazard> echoes, Draft draft) {
        List<Hazard> toAccept = new ArrayList<>(List.of(hazard));
        toAccept.addAll(hazard == Hazard.REFUSED_BY_SERVER ? List.of() : echoes);
        Draft complete = draft.or(Paste.of(run.author()).accept(run.author(), toAccept, draft.object()));
        boolean hasFound = draft.lines().stream().anyMatch(line -> line.label().equals("found"));
        return byRunner((hasFound ? complete : nearMiss(hazard, complete)).finding());
    }

    private Finding byRunner(Finding finding) {
        return finding.runBy(contract.orElse(run.author()).simpleName());
    }

    private Draft nearMiss(Hazard hazard, Draft draft) {
        return acceptances().stream()
                .filter(acceptance -> acceptance.hazard() == hazard)
                .findFirst()
                .map(acceptance -> draft.found("an @Accept of " + hazard + " on " + acceptance.on()))
                .orElse(draft);
    }

    /** A rule's answers: the worst one, and the versions on which it speaks. */
    private record OverVersions(Draft worst, List<Integer> versions) {
        static OverVersions of(Draft draft, int postgres) {
            return new OverVersions(draft, List.of(postgres));
        }

        OverVersions and(OverVersions later) {
            List<Integer> both = new ArrayList<>(versions);
            both.addAll(later.versions);
            boolean laterIsWorse = worst.certainty() == Certainty.MAY && later.worst.certainty() == Certainty.WILL;
            return new OverVersions(laterIsWorse ? later.worst : worst, both);
        }

        Draft draft(int oldest, int newest) {
            if (versions.size() == newest - oldest + 1) {
                return worst;
            }
            int first = versions.get(0);
            int last = versions.get(versions.size() - 1);
            return worst.note("on PostgreSQL " + (first == last ? "" + first : first + " to " + last)
                    + " only; versions " + oldest + " to " + newest + " are judged");
        }
    }
}
