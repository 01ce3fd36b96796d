package io.guanxi.crm.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Records that belong to customers are asked for by who knows how far the caller reaches. */
public class ReachTest {

    private static final String[] RECORDS = {
        "io.guanxi.crm.customer.service..", "io.guanxi.crm.contact.service..", "io.guanxi.crm.transaction.service.."
    };

    /**
     * The directory gives keys and names of customers to who has reached them, or records of theirs, by a list of their own. Sources
     * of personal data gather and erase in the system's name what belongs to one person, whom who asked has reached. Shares
     * end with the team they name, whoever reaches the customers.
     */
    private static final Set<String> EXEMPT = Set.of(
            "JdbcCustomerDirectory.keys",
            "JdbcCustomerDirectory.personsOf",
            "JdbcCustomerDirectory.personNames",
            "ContactPersonalData.ids",
            "ContactPersonalData.shared",
            "ArchiveEraser.persons",
            "StoredSubjects.customerOf",
            "StoredSubjects.kindOf",
            "StoredSubjects.personsAt",
            "LedgerPersonalData.orders",
            "ShareTable.of");

    /** The repositories of records, entities that lock themselves, and the finders of keys within an import's transaction. */
    private static final Set<String> REPOSITORIES = Set.of(
            "JpaCustomerArchive",
            "JpaCustomerShares",
            "JpaPersons",
            "CustomerEntity",
            "CustomerKeys",
            "JpaContactLog",
            "JpaLedger",
            "OrderBook",
            "OrderKeys");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.guanxi.crm");

    @Test
    public void whoAsksForRecordsKnowsHowFarTheCallerReaches() {
        rule(RECORDS).check(PRODUCT);
    }

    @Test
    public void aForgottenScopeIsFound() {
        EvaluationResult result = rule("io.guanxi.crm.itests.architecture..")
                .evaluate(new ClassFileImporter().importClasses(Forgotten.class));
        List<String> found = result.getFailureReport().getDetails();

        assertEquals(found.toString(), 2, found.size());
        assertTrue(found.toString(), found.stream().anyMatch(one -> one.contains("Forgotten.ids(")));
        assertTrue(found.toString(), found.stream().anyMatch(one -> one.contains("Forgotten.counted(")));
    }

    @Test
    public void onlyRepositoriesTouchTheEntityManager() {
        classes()
                .that()
                .resideInAnyPackage(RECORDS)
                .and(touch("javax.persistence.EntityManager", "org.apache.aries.jpa.template.JpaTemplate"))
                .should(be(REPOSITORIES))
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> touch(String... types) {
        return DescribedPredicate.describe(
                "touch the entity manager",
                type -> type.getDirectDependenciesFromSelf().stream().anyMatch(one -> List.of(types)
                        .contains(one.getTargetClass().getFullName())));
    }

    private static ArchCondition<JavaClass> be(Set<String> names) {
        return ArchCondition.from(DescribedPredicate.describe(
                "be one of " + new TreeSet<>(names),
                type -> names.contains(outermost(type).getSimpleName())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ReachTest::outermost).orElse(type);
    }

    private static ArchRule rule(String... packages) {
        return classes().that().resideInAnyPackage(packages).should(new Queries(EXEMPT));
    }
}
