package dev.migrate.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.PackageInfo;
import dev.migrate.core.source.SourceResolver;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StoredEntryTest {
    @Test
    void aTableBindsWhoeverSaysIt() {
        assertThat(boundTo(
                        sql("V9_C", "ALTER TABLE a ADD COLUMN x integer"),
                        sql("V1_Create", "CREATE TABLE a (id bigint)"),
                        sql("V2_Other", "CREATE TABLE b (id bigint)"),
                        sql("V3_Check", "ALTER TABLE a ADD CHECK (id > 0)")))
                .containsExactly("shop.V1_Create", "shop.V3_Check");
    }

    @Test
    void aRenameBindsWhatWasBeforeIt() {
        assertThat(boundTo(
                        sql("V9_C", "ALTER TABLE c ADD COLUMN x integer"),
                        sql("V1_Create", "CREATE TABLE a (id bigint)"),
                        sql("V2_Rename", "ALTER TABLE a RENAME TO b"),
                        sql("V3_Rename", "ALTER TABLE b RENAME TO c")))
                .hasSize(3);
    }

    @Test
    void anIndexThatNobodyNamedBindsItsTable() {
        assertThat(boundTo(
                        sql("V9_C", "DROP INDEX poll_item_name_idx"),
                        sql("V1_Create", "CREATE TABLE poll_item (name text)"),
                        sql("V2_Index", "CREATE INDEX ON poll_item (name)"),
                        sql("V3_Other", "CREATE TABLE poll (id bigint)")))
                .contains("shop.V1_Create", "shop.V2_Index");
    }

    @Test
    void aForeignKeyBindsBothTables() {
        assertThat(boundTo(
                        sql("V9_C", "DROP TABLE a"),
                        sql("V1_Create", "CREATE TABLE b (id bigint, other bigint REFERENCES a (id))"),
                        sql("V2_Alter", "ALTER TABLE b DROP COLUMN other")))
                .hasSize(2);
    }

    @Test
    void theSameColumnBindsNothing() {
        assertThat(boundTo(
                        sql("V9_C", "ALTER TABLE a ADD COLUMN created integer"),
                        sql("V1_Create", "ALTER TABLE b ADD COLUMN created integer")))
                .isEmpty();
    }

    @Test
    void oneNumberBindsTwoClasses() {
        assertThat(boundTo(
                        sql("V7_C", "ALTER TABLE a ADD COLUMN x integer"),
                        sql("V07_Other", "ALTER TABLE b ADD COLUMN y integer")))
                .containsExactly("shop.V07_Other");
    }

    @Test
    void aStatementThatNobodyReadBindsAll() {
        assertThat(boundTo(
                        sql("V9_C", "ALTER TABLE a ADD COLUMN x integer"), sql("V1_Unread", "FROBNICATE everything")))
                .containsExactly("shop.V1_Unread");
    }

    private static List<String> boundTo(StoredEntry seed, StoredEntry... entries) {
        return StoredEntry.bound(List.of(entries), List.of(seed)).stream()
                .map(StoredEntry::className)
                .toList();
    }

    private static StoredEntry sql(String name, String statement) {
        String source = """
                package shop;
                import static dev.migrate.api.Recipes.sql;
                import dev.migrate.api.*;
                @Safe
                public final class %s implements SchemaMigration {
                    public void up(Steps steps) {
                        steps.add(sql("%s"));
                    }
                }
                """.formatted(name, statement);
        Migration migration = new JavaMigrationReader(new Shop())
                .read("shop/" + name + ".java", source)
                .migrations()
                .get(0)
                .migration();
        return StoredEntry.of(new IndexEntry(migration, "00", List.of()));
    }

    /** A project of one package. */
    private static final class Shop implements SourceResolver {
        @Override
        public Optional<String> binaryName(String type) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> constant(String type, String field) {
            return Optional.empty();
        }

        @Override
        public boolean isSubtype(String type, String superType) {
            return type.equals(superType);
        }

        @Override
        public boolean hasMethod(String type, String method) {
            return false;
        }

        @Override
        public Optional<PackageInfo> packageInfo(String packageName) {
            return Optional.of(new PackageInfo(
                    packageName, Optional.of("shop"), OptionalInt.of(14), Optional.empty(), false, Optional.empty()));
        }
    }
}
