package dev.migrate.core.source;

import java.util.List;
import java.util.Map;

/** A complete statement of jOOQ's DDL. */
interface JooqStatement extends Value.Receiver {
    /** The text that jOOQ renders for PostgreSQL. */
    Traced sql();

    /** What jOOQ leaves out of the text. */
    default List<String> lost() {
        return List.of();
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

    /** Whether a value is a statement, complete or not, that its own methods change. */
    static boolean changing(Value value) {
        return value instanceof JooqStatement || value instanceof AlterTable || value instanceof AlterTable.Rename;
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
