package io.guanxi.crm.segmentation.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.runner.RunWith;

@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "io.guanxi.crm.segmentation.engine", importOptions = ImportOption.DoNotIncludeTests.class)
public class BoundariesTest {

    @ArchTest
    public static final ArchRule RUNS_ANYWHERE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.guanxi.crm.segmentation.engine",
                    "java..",
                    "it.unimi.dsi.fastutil..",
                    "org.jspecify.annotations",
                    "org.osgi.annotation..");
}
