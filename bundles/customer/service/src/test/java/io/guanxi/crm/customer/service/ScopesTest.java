package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.byName;
import static io.guanxi.crm.customer.service.Fixture.company;
import static io.guanxi.crm.customer.service.Fixture.filtered;
import static io.guanxi.crm.customer.service.Fixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Share;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.customer.service.exports.CustomersExport;
import io.guanxi.crm.customer.service.exports.PersonsExport;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.Staff;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class ScopesTest {

    private static final long LI = 7;
    private static final long WANG = 8;
    private static final long GONE = 9;
    private static final long PILOTS = 5;
    private static final Optional<Long> EAST = Optional.of(3L);
    private static final Optional<Long> WEST = Optional.of(4L);
    private static final Caller SELLER = new Caller("li", Set.of("sales"), Optional.of(LI), EAST);
    private static final Scope OWN =
            new Scope(false, Optional.of(LI), Set.of(), Set.of(Holder.user(LI), Holder.department(3)));
    private static final Scope DEPARTMENT =
            new Scope(false, Optional.of(LI), Set.of(3L), Set.of(Holder.user(LI), Holder.department(3)));

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final ScopedAccess access = new ScopedAccess();
    private final Clock clock = Clock.fixed(Fixture.NOW, ZoneOffset.UTC);
    private Fixture fixture;
    private JpaCustomerShares shares;
    private CustomerId own;
    private CustomerId east;
    private CustomerId west;
    private CustomerId pool;

    public ScopesTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("customer");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "customer");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        fixture = new Fixture(database, clock, access);
        Staff staff = new Staff()
                .with(LI, EAST, true)
                .with(WANG, EAST, true)
                .with(GONE, EAST, false)
                .with(20, WEST, true)
                .withTeam(PILOTS);
        shares = new JpaCustomerShares(
                database.template("crm-customer"),
                database.dataSource(),
                database.transactions(),
                fixture.outbox,
                ChangeLog.none(),
                access,
                staff,
                clock);
        own = entered("A own", LI);
        east = entered("B east", WANG);
        west = entered("C west", 20);
        pool = fixture.archive.register(company("D pool")).id();
    }

    @Test
    public void aSellerSeesTheirOwnAndThePool() {
        as(OWN, () -> {
            assertThat(listed(byName(""))).containsExactly("A own", "D pool");
            assertThat(fixture.archive.count(byName(""))).isEqualTo(2);
            assertThat(fixture.archive.find(own)).isPresent();
            assertThat(fixture.archive.find(pool)).isPresent();
            assertThat(fixture.archive.find(east)).isEmpty();
            assertThat(fixture.archive.find(west)).isEmpty();
            assertThat(fixture.archive.names(List.of(own, east, west, pool))).containsOnlyKeys(own, pool);
        });
    }

    @Test
    public void aManagerSeesTheDepartmentToo() {
        as(DEPARTMENT, () -> {
            assertThat(listed(byName(""))).containsExactly("A own", "B east", "D pool");
            assertThat(fixture.archive.find(west)).isEmpty();
        });
    }

    @Test
    public void searchFilterSortAndCountTellNothingOfHiddenCustomers() {
        as(OWN, () -> {
            assertThat(listed(byName("east"))).isEmpty();
            assertThat(listed(byName("own"))).containsExactly("A own");
            assertThat(listed(query("", "-createdAt"))).containsExactlyInAnyOrder("A own", "D pool");
            assertThat(listed(filtered("name==\"B east\""))).isEmpty();
            assertThat(listed(filtered("ownerId==" + WANG))).isEmpty();
            assertThat(listed(filtered("ownerId==" + LI))).containsExactly("A own");
            assertThat(listed(filtered("ownerId=isnull=true"))).containsExactly("D pool");
            assertThat(fixture.archive.count(byName("east"))).isZero();
            assertThat(fixture.archive.count(filtered("ownerId==" + WANG))).isZero();
            assertThat(fixture.archive.ids(byName("")).rows()).containsExactly(own, pool);
        });
    }

    @Test
    public void pagesOfWhatIsSeenInSeveralWaysFollowOnEachOther() {
        List<String> all = new ArrayList<>(List.of("A own", "B east", "D pool"));
        for (int i = 0; i < 9; i++) {
            String name = "N" + i;
            CustomerId id = entered(name, i % 3 == 0 ? LI : WANG);
            if (i % 3 == 2) {
                shares.transfer(id, Optional.empty());
            }
            shares.share(id, Holder.department(3), false, Optional.empty());
            all.add(name);
        }
        as(DEPARTMENT, () -> {
            for (String sort : List.of("name", "-name", "createdAt", "code")) {
                List<String> paged = new ArrayList<>();
                ListQuery first = query("", sort).list().fromTheBeginning(2);
                CustomerQuery one = byName("").with(first);
                Slice<CustomerEntry> slice = fixture.archive.list(one);
                slice.rows().forEach(entry -> paged.add(entry.name()));
                while (slice.next().isPresent()) {
                    slice = fixture.archive.list(
                            one.with(first.after(slice.next().get(), 2)));
                    slice.rows().forEach(entry -> paged.add(entry.name()));
                }
                assertThat(paged).as(sort).containsExactlyInAnyOrderElementsOf(all);
                if (sort.equals("name")) {
                    assertThat(paged).isSorted();
                }
            }
        });
    }

    @Test
    public void whatIsHiddenIsUnknownAndStaysAsItIs() {
        as(OWN, () -> {
            assertThatThrownBy(() -> fixture.archive.change(east, 1, data -> Fixture.renamed(data, "X")))
                    .isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> fixture.archive.archive(east)).isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> fixture.archive.restore(east)).isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> shares.transfer(east, Optional.of(LI)))
                    .isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> shares.of(east)).isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> shares.share(east, Holder.user(WANG), true, Optional.empty()))
                    .isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> shares.withdraw(east, Holder.user(WANG)))
                    .isInstanceOf(UnknownCustomerException.class);
        });
        assertThat(fixture.archive.find(east).orElseThrow().data().name()).isEqualTo("B east");
        assertThat(fixture.archive.find(east).orElseThrow().archivedAt()).isEmpty();
    }

    @Test
    public void personsAreSeenWithTheirCustomers() {
        PersonId hidden = fixture.persons.add(east, Fixture.zhangWei()).id();
        PersonId seen = fixture.persons.add(own, Fixture.zhangWei()).id();
        as(OWN, () -> {
            assertThat(fixture.persons.list(persons("")).rows())
                    .extracting("id")
                    .containsExactly(seen);
            assertThat(fixture.persons.list(persons("张伟")).rows())
                    .extracting("id")
                    .containsExactly(seen);
            assertThat(fixture.persons.count(persons(""))).isEqualTo(1);
            assertThat(fixture.persons.ids(persons("")).rows()).containsExactly(seen);
            assertThat(fixture.persons.find(east, hidden)).isEmpty();
            assertThatThrownBy(() -> fixture.persons.of(east)).isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> fixture.persons.add(east, Fixture.zhangWei()))
                    .isInstanceOf(UnknownCustomerException.class);
            assertThatThrownBy(() -> fixture.persons.change(east, hidden, 1, data -> data))
                    .isInstanceOf(UnknownPersonException.class);
            assertThatThrownBy(() -> fixture.persons.archive(east, hidden)).isInstanceOf(UnknownPersonException.class);
        });
    }

    @Test
    public void exportsLeaveOutWhatIsHidden() {
        PersonId hidden = fixture.persons.add(east, Fixture.zhangWei()).id();
        PersonId seen = fixture.persons.add(own, Fixture.zhangWei()).id();
        CustomersExport customers =
                new CustomersExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
        PersonsExport persons = new PersonsExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
        as(OWN, () -> {
            assertThat(customers.read(new long[] {pool.value(), east.value(), own.value(), west.value()}))
                    .extracting(row -> row.get(0))
                    .containsExactly("D pool", "A own");
            assertThat(persons.read(new long[] {hidden.value(), seen.value()})).hasSize(1);
        });
    }

    @Test
    public void aShareLetsInAsFarAsItGoes() {
        shares.share(east, Holder.user(LI), false, Optional.empty());
        shares.share(west, Holder.department(3), true, Optional.of(Fixture.NOW.plus(Duration.ofDays(1))));
        as(OWN, () -> {
            assertThat(listed(byName(""))).containsExactly("A own", "B east", "C west", "D pool");
            assertThatThrownBy(() -> fixture.archive.change(east, 1, data -> Fixture.renamed(data, "X")))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> shares.transfer(east, Optional.of(LI))).isInstanceOf(ForbiddenException.class);
            long version = fixture.archive.find(west).orElseThrow().version();
            assertThat(fixture.archive
                            .change(west, version, data -> Fixture.renamed(data, "C renamed"))
                            .data()
                            .name())
                    .isEqualTo("C renamed");
        });

        shares.withdraw(east, Holder.user(LI));
        as(OWN, () -> assertThat(fixture.archive.find(east)).isEmpty());
        Fixture later = new Fixture(database, Clock.offset(clock, Duration.ofDays(2)), access);
        as(OWN, () -> {
            assertThat(later.archive.find(west)).isEmpty();
            assertThat(later.archive.list(byName("")).rows())
                    .extracting(CustomerEntry::name)
                    .containsExactly("A own", "D pool");
        });
    }

    @Test
    public void aTeamIsLetInAsFarAsItsSharesGo() {
        Scope member = new Scope(false, Optional.of(LI), Set.of(), Set.of(Holder.user(LI), Holder.team(PILOTS)));
        shares.share(east, Holder.team(PILOTS), false, Optional.empty());
        shares.share(west, Holder.team(PILOTS), true, Optional.of(Fixture.NOW.plus(Duration.ofDays(1))));
        as(member, () -> {
            assertThat(listed(byName(""))).containsExactly("A own", "B east", "C west", "D pool");
            assertThat(fixture.archive.count(byName("east"))).isEqualTo(1);
            assertThatThrownBy(() -> fixture.archive.change(east, 2, data -> Fixture.renamed(data, "X")))
                    .isInstanceOf(ForbiddenException.class);
            long version = fixture.archive.find(west).orElseThrow().version();
            assertThat(fixture.archive
                            .change(west, version, data -> Fixture.renamed(data, "C renamed"))
                            .data()
                            .name())
                    .isEqualTo("C renamed");
        });
        // who is in no team, or in one of the number of a department, sees nothing of it
        as(OWN, () -> assertThat(listed(byName(""))).containsExactly("A own", "D pool"));
        as(
                new Scope(false, Optional.of(LI), Set.of(), Set.of(Holder.department(PILOTS), Holder.user(PILOTS))),
                () -> assertThat(fixture.archive.find(east)).isEmpty());
        Fixture later = new Fixture(database, Clock.offset(clock, Duration.ofDays(2)), access);
        as(member, () -> {
            assertThat(later.archive.find(west)).isEmpty();
            assertThat(later.archive.find(east)).isPresent();
        });
    }

    @Test
    public void aHolderThatIsDeletedLeavesNoShares() {
        List<Change> changes = new ArrayList<>();
        shares.share(east, Holder.team(PILOTS), false, Optional.empty());
        shares.share(own, Holder.team(PILOTS), true, Optional.empty());
        shares.share(own, Holder.department(3), true, Optional.empty());

        database.transactions().run(() -> new EndedShares(database.dataSource(), changes::addAll, clock)
                .withdrawAll(Holder.team(PILOTS)));

        assertThat(shares.of(east)).isEmpty();
        assertThat(shares.of(own)).extracting(Share::holder).containsExactly(Holder.department(3));
        assertThat(changes).extracting(Change::recordId).containsExactlyInAnyOrder(own.value(), east.value());
    }

    @Test
    public void sharesThatMakeNoSenseAreRefused() {
        Callers.bind(SELLER);
        access.reaches(OWN);
        Optional<java.time.Instant> past = Optional.of(Fixture.NOW);
        assertThat(refused(() -> shares.share(own, Holder.user(LI), true, Optional.empty())))
                .isEqualTo("own-share");
        assertThat(refused(() -> shares.share(own, Holder.user(99), true, Optional.empty())))
                .isEqualTo("unknown-user");
        assertThat(refused(() -> shares.share(own, Holder.user(GONE), true, Optional.empty())))
                .isEqualTo("unknown-user");
        assertThat(refused(() -> shares.share(own, Holder.department(99), true, Optional.empty())))
                .isEqualTo("unknown-department");
        assertThat(refused(() -> shares.share(own, Holder.team(99), true, Optional.empty())))
                .isEqualTo("unknown-team");
        assertThat(refused(() -> shares.share(own, Holder.user(WANG), true, past)))
                .isEqualTo("past");
        assertThat(refused(() -> shares.transfer(own, Optional.of(GONE)))).isEqualTo("unknown-user");
        assertThat(shares.of(own)).isEmpty();
    }

    @Test
    public void whoEntersACustomerOwnsItUnlessTheyReachAll() {
        assertThat(fixture.archive.find(pool).orElseThrow().ownership()).isEqualTo(Ownership.POOL);
        as(OWN, () -> assertThat(fixture.archive.register(company("New")).ownership())
                .isEqualTo(new Ownership(Optional.of(LI), EAST)));
    }

    @Test
    public void aTransferTakesTheCustomerToTheOwnersDepartment() {
        as(OWN, () -> assertThat(shares.transfer(own, Optional.of(20L)))
                .isEqualTo(new Ownership(Optional.of(20L), WEST)));
        as(DEPARTMENT, () -> assertThat(fixture.archive.find(own)).isEmpty());
        assertThat(fixture.archive.find(own).orElseThrow().version()).isEqualTo(3);
        assertThat(fixture.outbox.topics()).endsWith("customer.transferred");
        assertThat(shares.transfer(own, Optional.of(20L)).owner()).contains(20L);
        assertThat(fixture.archive.find(own).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    public void sharesAreListedUsersFirst() {
        shares.share(own, Holder.department(3), true, Optional.empty());
        shares.share(own, Holder.user(WANG), false, Optional.empty());
        shares.share(own, Holder.user(WANG), true, Optional.empty());

        assertThat(shares.of(own))
                .extracting(Share::holder, Share::writable)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Holder.user(WANG), true),
                        org.assertj.core.groups.Tuple.tuple(Holder.department(3), true));
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(InvalidValueException.class, work)
                .errors()
                .get(0)
                .code();
    }

    private void as(Scope scope, Runnable work) {
        access.reaches(scope);
        try {
            Callers.runAs(SELLER, work);
        } finally {
            access.reaches(Scope.EVERYTHING);
        }
    }

    private CustomerId entered(String name, long owner) {
        CustomerId id = fixture.archive
                .register(CustomerData.of(company(name).kind(), name))
                .id();
        shares.transfer(id, Optional.of(owner));
        return id;
    }

    private List<String> listed(CustomerQuery query) {
        return fixture.archive.list(query).rows().stream()
                .map(CustomerEntry::name)
                .toList();
    }

    private static PersonQuery persons(String text) {
        ListQuery all = ListQuery.all(SortOrder.parse("name", PersonFields.ALL), 50);
        return new PersonQuery(Optional.empty(), false, text.isEmpty() ? all : all.search(text));
    }
}
