package dev.migrate.core.operation;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effect.Manner;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * An effect while it is being found: starts as nothing, certain and neutral. Work that is not said to be on another
 * relation is on the first one that was locked.
 */
final class EffectDraft {
    private final Map<ObjectName, LockMode> locks = new LinkedHashMap<>(4);
    private final Set<ObjectName> worked = new LinkedHashSet<>(2);
    private final Set<ObjectName> consulted = new LinkedHashSet<>(2);
    private final Set<ObjectName> emptied = new LinkedHashSet<>(2);
    private boolean onlyOthers;
    private boolean rewrites;
    private boolean scans;
    private boolean buildsIndex;
    private Manner manner = Manner.NEUTRAL;
    private Certainty certainty = Certainty.WILL;

    EffectDraft lock(ObjectName relation, LockMode mode) {
        locks.merge(relation, mode, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return this;
    }

    EffectDraft rewrites() {
        rewrites = true;
        return this;
    }

    EffectDraft scans() {
        scans = true;
        return this;
    }

    EffectDraft buildsIndex() {
        buildsIndex = true;
        return this;
    }

    /** Says that the rows of a relation beside the first one are worked on. */
    EffectDraft worksOn(ObjectName relation) {
        worked.add(relation);
        return this;
    }

    /** Says that the rows of this relation are worked on, and not those of the first one. */
    EffectDraft worksOnlyOn(ObjectName relation) {
        onlyOthers = true;
        return worksOn(relation);
    }

    /** Says that rows of a relation are looked up for each one that is worked on. */
    EffectDraft consults(ObjectName relation) {
        consulted.add(relation);
        return this;
    }

    /** Says that a relation gets a new file without any rows. */
    EffectDraft empties(ObjectName relation) {
        emptied.add(relation);
        return this;
    }

    EffectDraft may() {
        certainty = Certainty.MAY;
        return this;
    }

    EffectDraft mayUnless(boolean known) {
        return known ? this : may();
    }

    EffectDraft widens() {
        manner = Manner.WIDENS;
        return this;
    }

    EffectDraft narrows() {
        manner = Manner.NARROWS;
        return this;
    }

    Effect done() {
        return new Effect(locks, rewrites, scans, buildsIndex, manner, certainty, allWorked(), consulted, emptied);
    }

    private Set<ObjectName> allWorked() {
        if (!rewrites && !scans && !buildsIndex) {
            return Set.of();
        }
        if (!onlyOthers) {
            locks.keySet().stream().findFirst().ifPresent(worked::add);
        }
        return worked;
    }
}
