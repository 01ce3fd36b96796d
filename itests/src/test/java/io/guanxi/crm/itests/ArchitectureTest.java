package io.guanxi.crm.itests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.runner.RunWith;

/** Who may call whom; over all bundles together. */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "io.guanxi.crm", importOptions = ImportOption.DoNotIncludeTests.class)
public class ArchitectureTest {

    private static final String ROOT = "io.guanxi.crm.";
    private static final String[] DOMAINS = {
        ROOT + "customer..", ROOT + "contact..", ROOT + "transaction..", ROOT + "segmentation..", ROOT + "reporting.."
    };
    private static final String[] APIS = {
        ROOT + "customer", ROOT + "contact", ROOT + "transaction", ROOT + "segmentation", ROOT + "reporting"
    };

    @ArchTest
    static final ArchRule nobodyCallsAService = noClasses()
            .that()
            .resideOutsideOfPackages("..service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "*.service..", ROOT + "platform.*.service..");

    @ArchTest
    static final ArchRule aServiceCallsNoOtherService = noClasses()
            .that(resideInAPackage(ROOT + "customer.service.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "contact..", ROOT + "transaction..", ROOT + "segmentation..", ROOT + "reporting..");

    @ArchTest
    static final ArchRule thePlatformKnowsNoDomain = noClasses()
            .that(resideInAPackage(ROOT + "platform.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAINS);

    @ArchTest
    static final ArchRule contactAndTransactionCallTheCustomerOnly = noClasses()
            .that(resideInAnyPackage(ROOT + "contact..", ROOT + "transaction.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(ROOT + "segmentation..", ROOT + "reporting..", ROOT + "customer.*.."));

    @ArchTest
    static final ArchRule contactAndTransactionDoNotKnowEachOther = noClasses()
            .that(resideInAPackage(ROOT + "contact.."))
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "transaction.."));

    @ArchTest
    static final ArchRule segmentationDoesNotKnowReports = noClasses()
            .that(resideInAPackage(ROOT + "segmentation.."))
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "reporting.."));

    @ArchTest
    static final ArchRule apisAreFreeOfTechnology = noClasses()
            .that(resideInAnyPackage(APIS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.persistence..",
                    "javax.ws.rs..",
                    "java.sql..",
                    "org.apache.karaf..",
                    "com.fasterxml..",
                    "..service..");

    @ArchTest
    static final ArchRule theEngineIsPlainJava = classes()
            .that(resideInAPackage(ROOT + "segmentation.engine.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "it.unimi.dsi.fastutil..",
                    ROOT + "segmentation.engine..",
                    "org.jspecify..",
                    "org.osgi.annotation..");

    @ArchTest
    static final ArchRule onlyServicesTouchTheDatabase = noClasses()
            .that(resideInAnyPackage("..web..", "..shell.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyWebBundlesSpeakHttp = noClasses()
            .that(resideInAnyPackage("..service..", "..engine.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.ws.rs..", "javax.servlet..");
}
