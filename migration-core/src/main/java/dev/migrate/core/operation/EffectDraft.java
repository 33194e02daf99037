package dev.migrate.core.operation;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effect.Manner;
import java.util.LinkedHashMap;
import java.util.Map;

/** An effect while it is being found: starts as nothing, certain and neutral. */
final class EffectDraft {
    private final Map<ObjectName, LockMode> locks = new LinkedHashMap<>(4);
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
        return new Effect(locks, rewrites, scans, buildsIndex, manner, certainty);
    }
}
