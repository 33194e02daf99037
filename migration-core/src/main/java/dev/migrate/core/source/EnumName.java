package dev.migrate.core.source;

/**
 * The type of the database that an enum of Java stands for.
 *
 * @param qualified its name as jOOQ writes it
 */
record EnumName(Traced qualified) implements JooqPart {}
