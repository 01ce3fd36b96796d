package io.guanxi.crm.reporting.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.runner.RunWith;

@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "io.guanxi.crm.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
public class BoundariesTest {

    @ArchTest
    public static final ArchRule CALLS_NOBODYS_SERVICE_BUNDLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.guanxi.crm.customer.service..",
                    "io.guanxi.crm.contact.service..",
                    "io.guanxi.crm.transaction.service..",
                    "io.guanxi.crm.segmentation.service..",
                    "io.guanxi.crm.platform..service..");

    @ArchTest
    public static final ArchRule THE_API_KNOWS_NO_IMPLEMENTATION = noClasses()
            .that()
            .resideInAPackage("io.guanxi.crm.reporting")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.guanxi.crm.reporting.service..");
}
