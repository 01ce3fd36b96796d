package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class CustomersTargetTest {

    private final TestDatabase database = new TestDatabase("customer");
    private final RecordedOutbox outbox = new RecordedOutbox();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(database);

    private CustomersTarget target;
    private CustomerArchive archive;

    @Before
    public void open() {
        OpenAccess access = new OpenAccess();
        target = new CustomersTarget(database.dataSource(), outbox, access);
        archive = new JpaCustomerArchive(
                database.template("crm-customer"), database.dataSource(), database.transactions(), outbox, access);
    }

    @Test
    public void entersACustomerAsTheArchiveWould() {
        ChunkOutcome outcome = imported(
                "externalId|name|kind|phones|emails|city|country|stage|sex|birthday",
                "E1|张伟|个人|13900000000；021-5555 0101|zw@example.cn|上海|CN|intent|男|农历 1988/2/3");

        assertThat(outcome).isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));
        Customer zhang = byExternalId("E1");
        CustomerData data = zhang.data();
        assertThat(data.kind()).isEqualTo(CustomerKind.PERSON);
        assertThat(data.code().orElseThrow()).startsWith("C-");
        assertThat(data.phones()).containsExactly("13900000000", "021-5555 0101");
        assertThat(data.emails()).containsExactly("zw@example.cn");
        assertThat(data.stage()).isEqualTo(Stage.INTENT);
        assertThat(data.person().sex()).isEqualTo(Sex.MALE);
        assertThat(data.person().birthday()).contains(new Birthday(LocalDate.of(1988, 2, 3), true));
        assertThat(data.addresses()).extracting(Address::type).containsExactly("home");
        assertThat(zhang.createdBy()).isEqualTo("admin");
        assertThat(outbox.topics()).containsExactly("customer.created");
        CustomerData registered =
                archive.register(keyed(data, "C-by-hand", "E2")).data();
        assertThat(keyed(registered, "x", "x")).isEqualTo(keyed(data, "x", "x"));
        assertThat(columns("E2")).isEqualTo(columns("E1"));
    }

    @Test
    public void theSameRowsAgainChangeNothing() {
        String header = "externalId|name|phones|street|preferences";
        String[] rows = {"E1|甲|13900000000|路 1 号|", "E2|乙||| "};
        imported(header, rows);
        long version = byExternalId("E1").version();

        assertThat(imported(header, rows)).isEqualTo(new ChunkOutcome(0, 0, 2, List.of()));
        assertThat(byExternalId("E1").version()).isEqualTo(version);
        assertThat(outbox.published()).hasSize(2);
    }

    @Test
    public void aMissingColumnLeavesAloneAndABlankCellClears() {
        imported("externalId|name|phones|industry|city|street", "E1|甲|13900000000|电子|上海|路 1 号");
        assertThat(imported("externalId|name|industry|city", "E1|甲公司||").updated())
                .isEqualTo(1);

        CustomerData data = byExternalId("E1").data();
        assertThat(data.name()).isEqualTo("甲公司");
        assertThat(data.phones()).containsExactly("13900000000");
        assertThat(data.industry()).isEmpty();
        assertThat(data.addresses().get(0).city()).isEmpty();
        assertThat(data.addresses().get(0).street()).contains("路 1 号");
        assertThat(imported("externalId|name|street", "E1|甲公司|").updated()).isEqualTo(1);
        assertThat(byExternalId("E1").data().addresses()).isEmpty();
        assertThat(outbox.topics()).containsExactly("customer.created", "customer.changed", "customer.changed");
    }

    @Test
    public void anUpdateRaisesTheVersionAndReplacesTheLists() {
        imported("externalId|name|phones", "E1|甲|13900000000;13911111111");
        Customer before = byExternalId("E1");
        imported("externalId|name|phones", "E1|甲|13922222222");

        Customer after = byExternalId("E1");
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.data().phones()).containsExactly("13922222222");
        assertThat(archive.change(after.id(), after.version(), data -> data.withCode("NEW"))
                        .version())
                .isEqualTo(after.version() + 1);
    }

    @Test
    public void findsACustomerByCodeWhereThereIsNoExternalId() {
        imported("code|name", "K1|甲");
        assertThat(imported("code|name", "K1|乙").updated()).isEqualTo(1);
        assertThat(imported("code|externalId|name", "K1|E1|乙").updated()).isEqualTo(1);
        assertThat(byExternalId("E1").data().code()).contains("K1");
    }

    @Test
    public void rejectsACodeThatIsAnothers() {
        imported("code|externalId|name", "K1|E1|甲", "K2|E2|乙");
        assertRejected(imported("code|externalId|name", "K1|E2|乙"), "2 code code-taken");
        assertRejected(imported("code|externalId|name", "K1|E3|丙"), "2 code code-taken");
        assertRejected(imported("code|externalId|name", "K9|E8|丁", "K9|E9|戊"), "3 code duplicate-in-file");
    }

    @Test
    public void rejectsARowThatCouldNotBeFoundAgain() {
        assertRejected(imported("name", "甲"), "2 externalId key-missing");
        assertThat(file("name", "甲").into(target, database.transactions(), ImportMode.CREATE, false))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));
    }

    @Test
    public void createsOnlyWhatIsNotThere() {
        imported("externalId|name", "E1|甲");
        ChunkOutcome outcome =
                file("externalId|name", "E1|乙").into(target, database.transactions(), ImportMode.CREATE, false);
        assertRejected(outcome, "2 externalId already-exists");
        assertThat(byExternalId("E1").data().name()).isEqualTo("甲");
    }

    @Test
    public void namesEverythingThatIsWrongWithARow() {
        assertRejected(
                imported(
                        "externalId|name|kind|stage|phones|emails|country|birthday|webSite",
                        "E1||公 司|new|x|a@b|ZZ|1988-02-30|javascript:1"),
                "2 kind unknown-kind",
                "2 stage unknown-stage",
                "2 birthday invalid-date",
                "2 name required",
                "2 phones invalid-phone",
                "2 emails invalid-email",
                "2 webSite invalid-web-site",
                "2 country unknown-country");
    }

    @Test
    public void rejectsTextThatIsTooLongAndCutsNothingShort() {
        assertRejected(imported("externalId|name", "E1|" + "名".repeat(201)), "2 name too-long");
        imported("externalId|name", "E2|" + "名".repeat(200));
        assertThat(byExternalId("E2").data().name()).isEqualTo("名".repeat(200));
    }

    @Test
    public void keepsRareCharacters() {
        imported("externalId|name", "E1|𠮷野家 😀 شركة");
        assertThat(byExternalId("E1").data().name()).isEqualTo("𠮷野家 😀 شركة");
    }

    @Test
    public void aDryRunWritesNothing() {
        ChunkOutcome outcome =
                file("externalId|name", "E1|甲", "E2|").into(target, database.transactions(), ImportMode.UPSERT, true);
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.rejections()).hasSize(1);
        assertThat(archive.byExternalIds(List.of("E1"))).isEmpty();
        assertThat(outbox.published()).isEmpty();
    }

    @Test
    public void leavesAnArchivedCustomerArchived() {
        imported("externalId|name", "E1|甲");
        archive.archive(byExternalId("E1").id());
        imported("externalId|name", "E1|乙");
        Customer customer = byExternalId("E1");
        assertThat(customer.archivedAt()).isPresent();
        assertThat(customer.data().name()).isEqualTo("乙");
    }

    @Test
    public void forgetsAPersonsDetailsWhenItBecomesACompany() {
        imported("externalId|name|kind|sex", "E1|甲|person|female");
        assertThat(imported("externalId|name|kind", "E1|甲|company").updated()).isEqualTo(1);
        assertThat(byExternalId("E1").data().person().sex()).isEqualTo(Sex.UNKNOWN);
        assertRejected(imported("externalId|name|sex", "E1|甲|female"), "2 sex person-only");
    }

    @Test
    public void wantsACaller() {
        io.guanxi.crm.platform.security.Callers.bind(null);
        assertThatThrownBy(() -> imported("externalId|name", "E1|甲"))
                .isInstanceOf(io.guanxi.crm.platform.problem.NotSignedInException.class);
    }

    private static CustomerData keyed(CustomerData d, String code, String externalId) {
        return new CustomerData(
                d.kind(),
                Optional.of(code),
                Optional.of(externalId),
                d.name(),
                d.shortName(),
                d.stage(),
                d.industry(),
                d.source(),
                d.size(),
                d.registrationNumber(),
                d.phones(),
                d.emails(),
                d.webSite(),
                d.addresses(),
                d.bankAccounts(),
                d.person());
    }

    private ChunkOutcome imported(String header, String... rows) {
        return file(header, rows).into(target, database.transactions());
    }

    private static FileRows file(String header, String... rows) {
        return FileRows.of(header, rows);
    }

    private static void assertRejected(ChunkOutcome outcome, String... verdicts) {
        assertThat(outcome.rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly(verdicts);
    }

    private Customer byExternalId(String externalId) {
        Map<String, CustomerId> ids = archive.byExternalIds(List.of(externalId));
        return archive.find(Optional.ofNullable(ids.get(externalId)).orElseThrow())
                .orElseThrow();
    }

    /** What only queries read. */
    private List<String> columns(String externalId) {
        return database.jdbc()
                .list(
                        "SELECT NAME_KEY, FIRST_PHONE, FIRST_EMAIL, FIRST_CITY, ARCHIVED, VERSION, DIGITS"
                                + " FROM CRM_CUSTOMER_CUSTOMER JOIN CRM_CUSTOMER_PHONE ON ID = CUSTOMER_ID"
                                + " WHERE EXTERNAL_ID = ? ORDER BY ORDINAL",
                        s -> s.setString(1, externalId),
                        row -> row.getString(1)
                                + row.getString(2)
                                + row.getString(3)
                                + row.getString(4)
                                + row.getInt(5)
                                + row.getLong(6)
                                + row.getString(7));
    }
}
