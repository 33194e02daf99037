package dev.migrate.core.source;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;

/** What an expression of Java comes to, as far as a migration needs it. */
sealed interface Value {
    /** A string. */
    record Text(Traced traced) implements Value {}

    /** A number, a boolean or a character. */
    record Constant(Object boxed) implements Value {}

    /** {@code null}. */
    record Null() implements Value {}

    /** The elements of an array, a list or a stream, as they are now. */
    record Items(List<Argument> items) implements Value {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * {@code X.class}.
     *
     * @param name as it is written
     * @param frame where it is written
     */
    record TypeLiteral(String name, Frame frame) implements Value {}

    /** A lambda or a method reference, and the variables that it sees. */
    record Code(Expression function, Frame frame) implements Value {}

    /** What a method without a result gives. */
    record Nothing() implements Value {}

    /** A variable whose value is not known; reading it is what fails, not its declaration. */
    record Unknown(String reason, Span span) implements Value {}

    /** What understands calls: a builder, the steps, a data type. */
    non-sealed interface Receiver extends Value {
        /**
         * The result of a call.
         *
         * @throws NotUnderstood if there is no such method, or it takes other arguments
         */
        Value call(Call call);
    }

    /** A value without methods that matter. */
    non-sealed interface Opaque extends Value {}
}
