package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.company;
import static io.guanxi.crm.customer.service.Fixture.renamed;
import static io.guanxi.crm.customer.service.Fixture.withKeys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JpaCustomerArchiveTest {

    @Rule
    public final TestDatabase database = new TestDatabase("customer");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Fixture fixture;
    private JpaCustomerArchive archive;

    @Before
    public void open() {
        fixture = new Fixture(database);
        archive = fixture.archive;
    }

    @Test
    public void findsWhatWasRegistered() {
        Customer customer = archive.register(Fixture.everything("x"::repeat));

        assertThat(archive.find(customer.id())).contains(customer);
        assertThat(customer.version()).isEqualTo(1);
        assertThat(customer.createdBy()).isEqualTo("admin");
        assertThat(customer.createdAt()).isEqualTo(Fixture.NOW);
        assertThat(customer.data()).isEqualTo(Fixture.everything("x"::repeat));
    }

    @Test
    public void findsNothingUnderAnIdNeverIssued() {
        assertThat(archive.find(new CustomerId(4711))).isEmpty();
    }

    @Test
    public void keepsEmojiAndRareCharacters() {
        String name = "𠮷野家🍜👨‍👩‍👧 龘靐齉";
        Customer customer = archive.register(company(name));

        assertThat(archive.find(customer.id()).orElseThrow().data().name()).isEqualTo(name);
        assertThat(archive.list(Fixture.byName("𠮷野")).rows())
                .extracting(e -> e.id())
                .containsExactly(customer.id());
    }

    @Test
    public void givesACodeWhereNoneWasBrought() {
        Customer first = archive.register(company("A"));
        Customer second = archive.register(company("B"));

        assertThat(first.data().code()).contains("C-1");
        assertThat(second.data().code()).contains("C-2");
    }

    @Test
    public void skipsACodeThatSomebodyEntered() {
        archive.register(withKeys("A", "C-1", ""));

        assertThat(archive.register(company("B")).data().code()).contains("C-2");
    }

    @Test
    public void refusesACodeThatIsTaken() {
        archive.register(withKeys("A", "K-1", ""));

        assertThatThrownBy(() -> archive.register(withKeys("B", "K-1", "")))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo("code-taken");
                    assertThat(e.errors()).extracting(FieldError::field).containsExactly("code");
                });
        assertThat(archive.count(Fixture.byName(""))).isEqualTo(1);
    }

    @Test
    public void refusesAnExternalIdThatIsTakenAlsoOnChange() {
        archive.register(withKeys("A", "", "ERP-1"));
        Customer other = archive.register(withKeys("B", "", "ERP-2"));

        assertThatThrownBy(() -> archive.register(withKeys("C", "", "ERP-1")))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("external-id-taken"));
        assertThatThrownBy(() -> archive.change(other.id(), 1, data -> withKeys("B", "", "ERP-1")))
                .isInstanceOf(ConflictException.class);
        assertThat(archive.find(other.id())).contains(other);
    }

    @Test
    public void manyMayHaveNoExternalId() {
        archive.register(company("A"));
        archive.register(company("B"));

        assertThat(archive.count(Fixture.byName(""))).isEqualTo(2);
    }

    @Test
    public void changesWhatWasEnteredAndKeepsTheCode() {
        Customer before = archive.register(Fixture.everything("x"::repeat));
        CustomerData wanted = Fixture.copy(
                before.data(), java.util.Optional.empty(), before.data().externalId(), "Neu", List.of("400-800-1234"));

        Customer after = archive.change(before.id(), 1, data -> wanted);

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.data().code()).isEqualTo(before.data().code());
        assertThat(after.data().phones()).containsExactly("400-800-1234");
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(archive.find(before.id())).contains(after);
    }

    @Test
    public void aChangeOfAListAloneIsAChange() {
        Customer before = archive.register(Fixture.withPhones("A", "021-5555 0101", "021-5555 0102"));

        Customer after = archive.change(
                before.id(), 1, data -> Fixture.withPhones("A", "021-5555 0102", "021-5555 0101", "110"));

        assertThat(after.version()).isEqualTo(2);
        assertThat(archive.find(before.id()).orElseThrow().data().phones())
                .containsExactly("021-5555 0102", "021-5555 0101", "110");
    }

    @Test
    public void changingNothingIsNoChange() {
        Customer before = archive.register(company("A"));

        assertThat(archive.change(before.id(), 1, data -> data)).isEqualTo(before);
        assertThat(fixture.outbox.topics()).containsExactly("customer.created");
    }

    @Test
    public void refusesAChangeOfWhatSomebodyElseChanged() {
        Customer customer = archive.register(company("A"));
        archive.change(customer.id(), 1, data -> renamed(data, "B"));

        assertThatThrownBy(() -> archive.change(customer.id(), 1, data -> renamed(data, "C")))
                .isInstanceOf(StaleVersionException.class);
        assertThat(archive.find(customer.id()).orElseThrow().data().name()).isEqualTo("B");
    }

    @Test
    public void refusesToChangeOrArchiveAStranger() {
        CustomerId stranger = new CustomerId(4711);

        assertThatThrownBy(() -> archive.change(stranger, 1, data -> data))
                .isInstanceOf(UnknownCustomerException.class);
        assertThatThrownBy(() -> archive.archive(stranger)).isInstanceOf(UnknownCustomerException.class);
        assertThatThrownBy(() -> archive.restore(stranger)).isInstanceOf(UnknownCustomerException.class);
    }

    @Test
    public void anArchivedCustomerLeavesTheListsAndComesBack() {
        Customer customer = archive.register(company("A"));

        Customer archived = archive.archive(customer.id());
        assertThat(archived.archivedAt()).isPresent();
        assertThat(archive.list(Fixture.byName("")).rows()).isEmpty();
        assertThat(archive.find(customer.id())).contains(archived);
        assertThat(archive.archive(customer.id())).isEqualTo(archived);

        Customer restored = archive.restore(customer.id());
        assertThat(restored.archivedAt()).isEmpty();
        assertThat(archive.list(Fixture.byName("")).rows()).hasSize(1);
        assertThat(fixture.outbox.topics())
                .containsExactly("customer.created", "customer.archived", "customer.restored");
    }

    @Test
    public void tellsNewsWithCodeAndName() {
        Customer customer = archive.register(company("星辰"));

        assertThat(fixture.outbox.published()).singleElement().satisfies(news -> {
            assertThat(news.recordId()).isEqualTo(customer.id().value());
            assertThat(news.data()).isEqualTo(Map.of("code", "C-1", "kind", "company", "name", "星辰", "version", 1L));
        });
    }

    @Test
    public void aRollbackLeavesNothing() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    archive.register(Fixture.everything("x"::repeat));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(archive.count(Fixture.byName(""))).isZero();
        assertThat(database.jdbc().list("SELECT * FROM CRM_CUSTOMER_PHONE", s -> {}, row -> 1))
                .isEmpty();
    }

    @Test
    public void looksManyUpAtOnce() {
        List<Customer> customers = java.util.stream.IntStream.range(0, 501)
                .mapToObj(i -> archive.register(withKeys("N" + i, "", "E" + i)))
                .toList();

        assertThat(archive.names(customers.stream().map(Customer::id).toList()))
                .hasSize(501)
                .containsEntry(customers.get(500).id(), "N500");
        assertThat(archive.byExternalIds(List.of("E7", "E500", "nobody")))
                .containsOnlyKeys("E7", "E500")
                .containsEntry("E7", customers.get(7).id());
        assertThat(archive.names(List.of())).isEmpty();
    }

    @Test
    public void worksForNobodyWhoIsNotSignedIn() {
        Callers.bind(null);

        assertThatThrownBy(() -> archive.register(company("A"))).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> archive.list(Fixture.byName("")).rows()).isInstanceOf(NotSignedInException.class);
    }
}
