/**
 * Files of SQL as migrations: the order that their names give them, what of a file runs, in which transactions, and what
 * is wrong with it. The folders of Flyway, Liquibase's formatted SQL, golang-migrate, dbmate, goose, sql-migrate, sqlx,
 * Prisma, Diesel, Sqitch and MyBatis Migrations are understood, and plain files in the order of their names.
 */
@NullMarked
package dev.migrate.core.script;

import org.jspecify.annotations.NullMarked;
