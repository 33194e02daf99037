package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One accepted hazard on one object, with the reason: part of {@link Risky#value()}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Accept {
    /** The hazard that is accepted, as the finding names it. */
    Hazard value();

    /**
     * The object it is accepted for: a table's name, as the finding names it or as a statement could ({@code poll}, {@code
     * public.poll}, {@code "Poll"}); for {@link Hazard#UNREAD_STATEMENT} the simple name of the migration's class.
     */
    String on();

    /** Why it is acceptable here; a blank reason is an error. */
    String because();
}
