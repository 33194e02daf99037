package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, on a {@code package-info}, the release that the migrations of this package belong to. It is optional: with
 * it the compiler refuses a {@link Contract} in the release of its {@link Expand}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Release {
    /** The release's name, a label without an order of its own. */
    String value();

    /** Whether the release is out: its migrations are still read for order and schema, their findings are silent. */
    boolean closed() default false;
}
