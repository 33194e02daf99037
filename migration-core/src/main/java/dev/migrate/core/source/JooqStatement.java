package dev.migrate.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A complete statement of jOOQ's DDL. */
interface JooqStatement extends Value.Receiver {
    /** The text that jOOQ renders for PostgreSQL. */
    Traced sql();

    /** What jOOQ leaves out of the text. */
    default List<String> lost() {
        return List.of();
    }

    /** The text that the author wrote himself, where he did. */
    default Optional<String> raw() {
        return Optional.empty();
    }

    /** SQL that the author wrote, as a statement of jOOQ's. */
    record Raw(Traced sql) implements JooqStatement {
        static Raw of(Traced sql) {
            return new Raw(sql);
        }

        @Override
        public Optional<String> raw() {
            return Optional.of(sql.text());
        }

        @Override
        public Value call(Call call) {
            if (call.method().equals("bind") || call.method().equals("queryTimeout")) {
                return this;
            }
            throw call.notUnderstood();
        }
    }

    /**
     * A statement that can only be told how it ends.
     *
     * @param endings what each further method appends
     */
    record Finished(Traced sql, List<String> lost, Map<String, String> endings) implements JooqStatement {
        static final Map<String, String> CASCADE = Map.of("cascade", " cascade", "restrict", " restrict");

        /** A statement that says all. */
        static Finished of(Traced sql) {
            return new Finished(sql, List.of(), Map.of());
        }

        @Override
        public Value call(Call call) {
            String ending = endings.get(call.require(0).method());
            if (ending == null) {
                throw call.notUnderstood();
            }
            return new Finished(sql.then(ending, call.methodSpan()), lost, endings);
        }
    }

    /** A statement that lacks a part. */
    interface Begun extends Value.Receiver {}

    /** Whether a value is a statement, complete or not, that its own methods change. */
    static boolean changing(Value value) {
        return value instanceof JooqStatement || value instanceof Begun;
    }

    /** Whether a value is a statement that is still to be executed. */
    static boolean building(Value value) {
        return changing(value) || value instanceof Chain || value instanceof DmlValue;
    }

    /** The form that jOOQ gives two statements that it makes of one chain. */
    static Traced block(Traced... statements) {
        Traced text = Traced.of("do $$ begin ", Span.NONE);
        for (Traced statement : statements) {
            text = text.then(statement).then("; ", Span.NONE);
        }
        return text.then("end $$", Span.NONE);
    }
}
