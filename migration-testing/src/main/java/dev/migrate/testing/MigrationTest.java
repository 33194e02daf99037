package dev.migrate.testing;

import dev.migrate.api.AnyMigration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of tests of one migration. Its tests take a {@link MigrationDatabase}: a database of their own, with all
 * earlier migrations applied, copied from a template.
 *
 * <p>The server is embedded by default; {@code -Dpostgres=testcontainers} starts one in Docker, {@code -Dpostgres=url}
 * uses the server of {@code -Dpostgres.url}, whose role may create databases. Where Docker cannot be used the tests are
 * skipped, and the report says why.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(MigrationExtension.class)
public @interface MigrationTest {
    /** The migration under test. */
    Class<? extends AnyMigration> value();

    /** The server's major version; 0 for the oldest in use, as {@code @Migrations} says. */
    int postgres() default 0;
}
