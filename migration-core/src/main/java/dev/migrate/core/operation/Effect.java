package dev.migrate.core.operation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an operation costs on a live server, and what it means for the statements of the running release.
 *
 * @param locks the strongest lock taken on each relation, a foreign key's other table included; a relation that is not
 *     known (the table of an index nobody saw being made) is absent, and {@code certainty} is MAY
 * @param rewrites whether the table is written anew, with all its indexes
 * @param scans whether all rows are read while the lock is held, a rewrite and an index build aside
 * @param buildsIndex whether an index is built while the lock is held, a rewrite aside
 * @param certainty whether the answers are proved by the schema; MAY means that each true can be false, and that locks
 *     on further relations are possible
 * @param worked the relations whose rows are written, read or indexed; empty unless work that grows with them is done
 * @param consulted the relations whose rows are looked up for those, as a foreign key's other table is: by a scan or
 *     through an index, as the planner likes
 * @param emptied the relations that get a new file without any rows: no work that grows with them
 */
public record Effect(
        Map<ObjectName, LockMode> locks,
        boolean rewrites,
        boolean scans,
        boolean buildsIndex,
        Manner manner,
        Certainty certainty,
        Set<ObjectName> worked,
        Set<ObjectName> consulted,
        Set<ObjectName> emptied) {
    /** Work that looks up nothing elsewhere. */
    public Effect(
            Map<ObjectName, LockMode> locks,
            boolean rewrites,
            boolean scans,
            boolean buildsIndex,
            Manner manner,
            Certainty certainty,
            Set<ObjectName> worked) {
        this(locks, rewrites, scans, buildsIndex, manner, certainty, worked, Set.of(), Set.of());
    }

    /** Copies the collections. */
    public Effect {
        locks = Map.copyOf(locks);
        worked = Set.copyOf(worked);
        consulted = Set.copyOf(consulted);
        emptied = Set.copyOf(emptied);
        Objects.requireNonNull(manner, "manner");
        Objects.requireNonNull(certainty, "certainty");
    }

    /** The lock on a relation; null-free: {@link LockMode#ACCESS_SHARE} where there is none stronger. */
    public LockMode lockOn(ObjectName relation) {
        return locks.getOrDefault(relation, LockMode.ACCESS_SHARE);
    }

    /** Whether work that grows with the table is done under its lock. */
    public boolean takesTime() {
        return rewrites || scans || buildsIndex;
    }

    /** The relations that are worked on while their writers wait: the work is done under SHARE or stronger. */
    public Set<ObjectName> heldUp() {
        if (worked.isEmpty()) {
            return worked;
        }
        Set<ObjectName> held = new LinkedHashSet<>(worked);
        held.removeIf(relation -> !lockOn(relation).blocksWrites());
        return held;
    }

    /** The same locks without any work under them. */
    Effect withoutWork() {
        return new Effect(locks, false, false, false, manner, certainty, Set.of(), Set.of(), emptied);
    }

    /** Both together: of two parts of one statement. */
    public Effect and(Effect other) {
        Map<ObjectName, LockMode> all = new LinkedHashMap<>(locks);
        other.locks.forEach((name, mode) -> all.merge(name, mode, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        Set<ObjectName> work = new LinkedHashSet<>(worked);
        work.addAll(other.worked);
        Set<ObjectName> lookedUp = new LinkedHashSet<>(consulted);
        lookedUp.addAll(other.consulted);
        Set<ObjectName> empty = new LinkedHashSet<>(emptied);
        empty.addAll(other.emptied);
        return new Effect(
                all,
                rewrites || other.rewrites,
                scans || other.scans,
                buildsIndex || other.buildsIndex,
                manner == Manner.NARROWS || other.manner == Manner.NARROWS ? Manner.NARROWS : manner,
                certainty == Certainty.MAY ? certainty : other.certainty,
                work,
                lookedUp,
                empty);
    }

    /** The same work in a transaction that holds these locks. */
    public Effect under(Map<ObjectName, LockMode> held) {
        return new Effect(held, false, false, false, Manner.NEUTRAL, Certainty.WILL, Set.of()).and(this);
    }

    /** What an operation means for statements that succeeded before it. */
    public enum Manner {
        /** All of them still succeed and mean the same, and others do too. */
        WIDENS,
        /** Some can fail, or mean something else. */
        NARROWS,
        /** Nothing changes for them. */
        NEUTRAL
    }

    /** How sure an effect is. */
    public enum Certainty {
        /** Proved from the schema. */
        WILL,
        /** Depends on what is not known here: a table that nobody saw being made, a user's type or function. */
        MAY
    }
}
