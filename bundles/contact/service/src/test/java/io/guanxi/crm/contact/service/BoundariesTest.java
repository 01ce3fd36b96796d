package io.guanxi.crm.contact.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.runner.RunWith;

@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "io.guanxi.crm", importOptions = ImportOption.DoNotIncludeTests.class)
public class BoundariesTest {

    @ArchTest
    static final ArchRule theApiKnowsNoTechnology = noClasses()
            .that()
            .resideInAPackage("io.guanxi.crm.contact")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.persistence..",
                    "javax.ws.rs..",
                    "javax.sql..",
                    "java.sql..",
                    "org.apache..",
                    "..service..",
                    "..internal..");

    @ArchTest
    static final ArchRule theServiceKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("io.guanxi.crm.contact.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.guanxi.crm.customer.service..",
                    "io.guanxi.crm.transaction..",
                    "io.guanxi.crm.segmentation..",
                    "io.guanxi.crm.reporting..",
                    "javax.ws.rs..");

    @ArchTest
    static final ArchRule entitiesStayInTheirBundle = classes()
            .that()
            .areAnnotatedWith("javax.persistence.Entity")
            .should()
            .notBePublic();
}
