package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Declaration;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands on the class: annotations in every form, modifiers, the interface, the packages above. */
class DeclarationTest {
    private static final FakeResolver REASONS = new FakeResolver(
            Map.of("polls.Why", "polls.Why", "polls.V1_A", "polls.V1_A", "other.V2_B", "other.V2_B"),
            Map.of("polls.Why.SMALL", "a small table"),
            Set.of(),
            Set.of(),
            Map.of());

    @Test
    void readsAcceptancesInEveryForm() {
        SourceMigration read = SourceMigration.file("""
                package polls;
                import static dev.migrate.api.Hazard.DROP_TABLE_LOSES_DATA;
                import dev.migrate.api.*;
                @Expand
                @dev.migrate.api.Risky(maintenanceWindow = true, value = {
                    @Accept(value = Hazard.ALTER_TYPE_REWRITES_TABLE, on = "t", because = Why.SMALL),
                    @Accept(value = DROP_TABLE_LOSES_DATA, on = T + "2", because = " ")
                })
                @Irreversible(because = "gone")
                @DependsOn({V1_A.class, other.V2_B.class})
                public final class V3_X implements RiskyMigration {
                    static final String T = "t";
                    public void up(RiskySteps steps) {}
                    public void down(RiskySteps steps) {}
                }
                """, REASONS);
        Migration migration = read.migration();

        assertThat(migration.kinds()).containsExactly(Kind.EXPAND);
        assertThat(migration.risky()).isTrue();
        assertThat(migration.maintenanceWindow()).isTrue();
        assertThat(migration.shape()).contains(Shape.RISKY);
        assertThat(migration.irreversible()).contains("gone");
        assertThat(migration.dependsOn()).containsExactly("polls.V1_A", "other.V2_B");
        assertThat(migration.down()).isPresent();
        assertThat(migration.accepted())
                .extracting(Acceptance::hazard)
                .containsExactly(Hazard.ALTER_TYPE_REWRITES_TABLE, Hazard.DROP_TABLE_LOSES_DATA);
        assertThat(migration.accepted()).extracting(Acceptance::on).containsExactly("t", "t2");
        assertThat(migration.accepted()).extracting(Acceptance::because).containsExactly("a small table", " ");
        assertThat(read.at(migration.accepted().get(1).becausePlace())).isEqualTo("\" \"");
        assertThat(read.at(migration.accepted().get(1).onPlace())).isEqualTo("T + \"2\"");
        assertThat(migration.declaration().annotations())
                .extracting(Declaration.AnnotationUse::name)
                .containsExactly("Expand", "Risky", "Accept", "Accept", "Irreversible", "DependsOn");
    }

    @Test
    void readsASingleAcceptance() {
        Migration migration = SourceMigration.file("""
                        package polls;
                        import dev.migrate.api.*;
                        @Risky(@Accept(value = Hazard.DROP_TABLE_LOSES_DATA, on = "t", because = "empty"))
                        public final class V3_X implements RiskyMigration { public void up(RiskySteps s) {} }
                        """).migration();
        assertThat(migration.kinds()).containsExactly(Kind.RISKY);
        assertThat(migration.accepted()).hasSize(1);
        assertThat(migration.down()).isEmpty();
    }

    @Test
    void placesTheExpandOfAContract() {
        SourceMigration read = SourceMigration.file("""
                package polls;
                import dev.migrate.api.Contract;
                import dev.migrate.api.ContractMigration;
                @Contract(of = V1_A.class) public final class V3_X implements ContractMigration {}
                """, REASONS);
        Migration migration = read.migration();
        assertThat(migration.of()).contains("polls.V1_A");
        assertThat(migration.shape()).contains(Shape.CONTRACT);
        assertThat(migration.up()).isEmpty();
        assertThat(read.at(migration.place())).isEqualTo("V3_X");
        assertThat(read.at(migration
                        .declaration()
                        .annotation("Contract")
                        .orElseThrow()
                        .placeOf("of")))
                .isEqualTo("V1_A");
    }

    @Test
    void tellsHowTheClassIsDeclared() {
        Declaration declaration = SourceMigration.file("""
                        package polls;
                        import dev.migrate.api.*;
                        class Outer {
                            @Safe static class V3_X implements SchemaMigration {
                                private V3_X(int x) {}
                                public void up(Steps steps) {}
                                public void verify(Verification v) {}
                            }
                        }
                        """).migration().declaration();
        assertThat(declaration.publicClass()).isFalse();
        assertThat(declaration.finalClass()).isFalse();
        assertThat(declaration.topLevel()).isFalse();
        assertThat(declaration.noArgConstructor()).isFalse();
        assertThat(declaration.verifies()).isTrue();
    }

    @Test
    void seesWhatOnlyOtherFilesDecide() {
        FakeResolver base = new FakeResolver(
                Map.of("polls.Base", "polls.Base"),
                Map.of(),
                Set.of("polls.Base < dev.migrate.api.SchemaMigration"),
                Set.of(),
                Map.of());
        assertThat(SourceMigration.file("package polls; public final class V1_X extends Base {}", base)
                        .migration()
                        .shape())
                .contains(Shape.SCHEMA);
        assertThat(SourceMigration.file("package polls; public abstract class V1_X extends Base {}", base)
                        .reading()
                        .migrations())
                .isEmpty();
    }

    @Test
    void mistakesNoOtherAnnotationForOurs() {
        assertThat(SourceMigration.file("package a; import b.Safe; @Safe class V1_X {}")
                        .reading()
                        .migrations())
                .isEmpty();
        assertThat(SourceMigration.file("package a; import dev.migrate.api.*; @Safe class V1_X {}")
                        .migration()
                        .shape())
                .isEmpty();
    }

    @Test
    void findsTheNearestPackage() {
        PackageInfo near = new PackageInfo(
                "a.b", Optional.empty(), OptionalInt.empty(), Optional.of("2024.03"), true, Optional.empty());
        PackageInfo far = new PackageInfo(
                "a", Optional.of("polls"), OptionalInt.of(15), Optional.of("other"), false, Optional.empty());
        FakeResolver resolver = new FakeResolver(Map.of(), Map.of(), Set.of(), Set.of(), Map.of("a.b", near, "a", far));
        Migration migration = SourceMigration.file(
                        "package a.b.c; import dev.migrate.api.Safe; @Safe class V1_X {}", resolver)
                .migration();
        assertThat(migration.app()).contains("polls");
        assertThat(migration.postgres()).hasValue(15);
        assertThat(migration.release()).contains("2024.03");
        assertThat(migration.closed()).isTrue();
    }

    @Test
    void readsAPackageInfo() {
        SourceMigration read = SourceMigration.file("""
                /** All. */
                @Migrations(app = "polls", postgres = 15) @Release(value = "1.0", closed = true)
                package polls.migrations;
                import dev.migrate.api.*;
                """);
        PackageInfo info = read.reading().packageInfo().orElseThrow();
        assertThat(info.packageName()).isEqualTo("polls.migrations");
        assertThat(info.app()).contains("polls");
        assertThat(info.postgres()).hasValue(15);
        assertThat(info.release()).contains("1.0");
        assertThat(info.closed()).isTrue();
        assertThat(read.at(info.place().orElseThrow())).startsWith("@Migrations(");
    }
}
