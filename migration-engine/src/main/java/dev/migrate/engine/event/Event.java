package dev.migrate.engine.event;

import java.time.Duration;

/** Something that happened during a run. Records carry data; the text for people is made where it is shown. */
public sealed interface Event {
    /** A stage of a command begins: check, backup, validate, apply, verify. */
    record Stage(String name, String detail) implements Event {}

    /** A step of a migration begins; {@code number} counts from 1 to {@code of}. */
    record StepStarted(String migration, int number, int of, String statement) implements Event {}

    /** A step is done. */
    record StepDone(String migration, int number, Duration took) implements Event {}

    /** A migration is complete and recorded. */
    record MigrationDone(String migration, Duration took) implements Event {}

    /** A migration is undone and taken out of the history. */
    record MigrationUndone(String migration, Duration took) implements Event {}

    /** A try for a lock ended without it. */
    record LockTry(String migration, int number, int of, Duration timeout, String blocker) implements Event {}

    /** A batch of a backfill is committed; {@code total} is an estimate, -1 if unknown. */
    record Batch(String migration, long rowsDone, long total, Duration took) implements Event {}

    /** A contract stays shut; one line says for what it waits. */
    record Gate(String migration, String waitsFor) implements Event {}

    /** A check of the data or schema gave its verdict. */
    record Verdict(String migration, String check, boolean holds) implements Event {}

    /** Something worth a line. */
    record Note(String text) implements Event {}

    /** Something worth a warning. */
    record Warning(String text) implements Event {}
}
