package dev.brayer.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Dependencies point downwards only, and only the command line looks around itself.
class ModuleDirectionTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.brayer");

    @Test
    void dependenciesPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("text")
                .definedBy("dev.brayer.text..", "dev.brayer.number..")
                .layer("grammar")
                .definedBy("dev.brayer.grammar..")
                .layer("schema")
                .definedBy("dev.brayer.schema..")
                .layer("document")
                .definedBy("dev.brayer.document..")
                .layer("policy")
                .definedBy("dev.brayer.policy..")
                .layer("stencil")
                .definedBy("dev.brayer.stencil..")
                .layer("pipeline")
                .definedBy("dev.brayer.pipeline..")
                .layer("image")
                .definedBy("dev.brayer.image..")
                .layer("script")
                .definedBy("dev.brayer.script..")
                .layer("cli")
                .definedBy("dev.brayer.cli..")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("grammar")
                .mayOnlyAccessLayers("text")
                .whereLayer("schema")
                .mayOnlyAccessLayers("text")
                .whereLayer("document")
                .mayOnlyAccessLayers("text", "schema")
                .whereLayer("policy")
                .mayOnlyAccessLayers("text", "grammar", "schema", "document")
                .whereLayer("stencil")
                .mayOnlyAccessLayers("text", "grammar", "schema", "document")
                .whereLayer("pipeline")
                .mayOnlyAccessLayers("text", "grammar", "schema", "document", "policy", "stencil")
                .whereLayer("image")
                .mayOnlyAccessLayers("text", "document", "stencil", "pipeline")
                .whereLayer("script")
                .mayOnlyAccessLayers("text", "document", "policy", "stencil")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineLooksAroundItself() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.brayer.cli..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .because("what a module does must not depend on what only the command line is told")
                .check(CLASSES);
    }

    @Test
    void theParserGeneratorStaysPrivate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.brayer.grammar..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(CLASSES);
    }

    @Test
    void theShortPathLoadsNothingHeavy() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.brayer.text..",
                        "dev.brayer.number..",
                        "dev.brayer.grammar..",
                        "dev.brayer.document..",
                        "dev.brayer.policy..",
                        "dev.brayer.stencil..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.jgit..",
                        "com.google.cloud.tools.jib..",
                        "picocli..",
                        "org.graalvm..")
                .check(CLASSES);
    }
}
