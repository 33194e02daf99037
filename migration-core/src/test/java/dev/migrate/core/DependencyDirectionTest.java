package dev.migrate.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The core is pure: it knows no database, compiler, build tool, file or clock. */
@AnalyzeClasses(packages = "dev.migrate.core", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
    private static final DescribedPredicate<JavaClass> IS_FILE_ACCESS = describe(
            "reach files or processes",
            type -> type.getPackageName().equals("java.nio.file")
                    || type.getPackageName().startsWith("java.nio.file.")
                    || type.getPackageName().equals("java.nio.channels")
                    || type.getPackageName().equals("java.net")
                    || type.getName().startsWith("java.io.File")
                    || type.getName().equals("java.io.RandomAccessFile")
                    || type.getName().equals("java.lang.ProcessBuilder")
                    || type.getName().equals("java.lang.Process"));

    @ArchTest
    static final ArchRule KNOWS_NO_DATABASE_COMPILER_OR_BUILD_TOOL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "javax.annotation.processing..",
                    "javax.lang.model..",
                    "javax.tools..",
                    "com.sun..",
                    "org.apache.maven..",
                    "org.jooq..",
                    "org.postgresql..");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_THAT_IS_BUILT_ON_IT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.migrate.processor..", "dev.migrate.engine..", "dev.migrate.maven..", "dev.migrate.testing..");

    /** What is measured judges the claims; it must not make them. */
    @ArchTest
    static final ArchRule CLAIMS_WITHOUT_LOOKING_AT_WHAT_WAS_MEASURED = noClasses()
            .that()
            .resideOutsideOfPackage("dev.migrate.core.measured..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.migrate.core.measured..");

    @ArchTest
    static final ArchRule REACHES_NO_FILES = noClasses().should().dependOnClassesThat(IS_FILE_ACCESS);

    @ArchTest
    static final ArchRule HAS_NO_CLOCK = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);
}
