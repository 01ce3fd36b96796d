package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.byName;
import static io.guanxi.crm.customer.service.Fixture.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What somebody is shown who reaches some customers is what is shown to who reaches all, without the others. */
@RunWith(Parameterized.class)
public class ScopedOrdersTest {

    private static final long SELLER = 7;
    private static final int CUSTOMERS = 60;
    /** All there are, each way; with ties; and by id. */
    private static final List<SortOrder> ORDERS = Stream.concat(
                    CustomerFields.ALL.stream()
                            .filter(field -> field.use().sortable())
                            .map(Field::code)
                            .flatMap(code -> Stream.of(code, "-" + code)),
                    Stream.of("createdAt,-name", "-updatedAt,createdAt,code"))
            .map(text -> SortOrder.parse(text, CustomerFields.ALL))
            .collect(Collectors.collectingAndThen(Collectors.toList(), orders -> {
                orders.add(SortOrder.BY_ID);
                return List.copyOf(orders);
            }));

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final ScopedAccess access = new ScopedAccess();
    private final Random random = new Random(42);
    private final Set<Long> shared = new HashSet<>();
    private Fixture fixture;

    public ScopedOrdersTest(String name, Supplier<TestDatabase> databases) {
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
        fixture = new Fixture(database, Clock.fixed(Fixture.NOW, ZoneOffset.UTC), access);
        for (int i = 0; i < CUSTOMERS; i++) {
            long id = fixture.archive
                    .register(company("Company " + (char) ('A' + random.nextInt(20))))
                    .id()
                    .value();
            give(id);
            if (random.nextInt(5) == 0) {
                share(id, random.nextBoolean() ? Holder.user(SELLER) : Holder.department(3), 1);
                shared.add(id);
            } else if (random.nextInt(5) == 0) {
                share(id, Holder.user(SELLER), -1); // it has ended
            }
        }
    }

    // A third is in the pool, with and without a department; few values, so that there are ties.
    private void give(long id) {
        database.jdbc()
                .update(
                        "UPDATE CRM_CUSTOMER_CUSTOMER SET OWNER_ID = ?, DEPARTMENT_ID = ?, INDUSTRY = ?, CREATED_AT = ?,"
                                + " UPDATED_AT = ? WHERE ID = ?",
                        s -> {
                            Rows.setLong(s, 1, maybe(6 + random.nextInt(4)));
                            Rows.setLong(s, 2, maybe(1 + random.nextInt(5)));
                            Rows.setText(s, 3, maybe(random.nextInt(3)).map(n -> "I" + n));
                            s.setLong(4, random.nextInt(10));
                            s.setLong(5, random.nextInt(10));
                            s.setLong(6, id);
                        });
    }

    private Optional<Long> maybe(long value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private void share(long id, Holder holder, int days) {
        database.jdbc()
                .update(
                        "INSERT INTO CRM_CUSTOMER_SHARE (CUSTOMER_ID, HOLDER, WRITABLE, ENDS_AT, CREATED_AT, CREATED_BY)"
                                + " VALUES (?, ?, 0, ?, 0, 'test')",
                        s -> bind(s, id, holder, days));
    }

    private static void bind(PreparedStatement s, long id, Holder holder, int days) throws SQLException {
        s.setLong(1, id);
        s.setString(
                2,
                new Scope(false, Optional.empty(), Set.of(), Set.of(holder))
                        .holderKeys()
                        .iterator()
                        .next());
        Rows.setInstant(s, 3, Fixture.NOW.plusSeconds(86_400L * days));
    }

    @Test
    public void aSellersListIsThatOfAllWithoutTheOthers() {
        compare(scope(Optional.of(SELLER), Set.of()));
    }

    @Test
    public void aManagersIsToo() {
        compare(scope(Optional.of(SELLER), Set.of(3L)));
    }

    @Test
    public void andThatOfWhoHasSeveralDepartmentsOrVeryMany() {
        compare(scope(Optional.of(SELLER), Set.of(2L, 3L, 5L)));
        compare(scope(
                Optional.of(SELLER), Set.copyOf(LongStream.range(3, 40).boxed().toList())));
    }

    @Test
    public void andThatOfWhoHasNoRecordsOfTheirOwn() {
        compare(scope(Optional.empty(), Set.of(3L)));
        compare(new Scope(false, Optional.empty(), Set.of(), Set.of()));
    }

    private static Scope scope(Optional<Long> user, Set<Long> departments) {
        return new Scope(false, user, departments, Set.of(Holder.user(SELLER), Holder.department(3)));
    }

    private void compare(Scope scope) {
        for (SortOrder order : ORDERS) {
            for (int size : List.of(7, 50)) {
                assertThat(compare(scope, ListQuery.all(order, size))).isPositive();
            }
        }
        Filter few = Filter.parse("ownerId=isnull=false", CustomerFields.ALL, Clock.systemUTC(), ZoneOffset.UTC);
        compare(
                scope,
                ListQuery.all(SortOrder.parse("-name", CustomerFields.ALL), 2).where(few));
    }

    private int compare(Scope scope, ListQuery query) {
        access.reaches(Scope.EVERYTHING);
        List<CustomerId> expected = all(query).stream()
                .filter(entry -> isSeen(entry, scope))
                .map(CustomerEntry::id)
                .toList();
        access.reaches(scope);
        assertThat(all(query))
                .extracting(CustomerEntry::id)
                .as(query + " " + scope)
                .isEqualTo(expected);
        access.reaches(Scope.EVERYTHING);
        return expected.size();
    }

    private boolean isSeen(CustomerEntry entry, Scope scope) {
        return entry.ownership().owner().isEmpty()
                || entry.ownership().owner().equals(scope.user())
                || entry.ownership()
                        .department()
                        .filter(scope.departments()::contains)
                        .isPresent()
                || (!scope.holders().isEmpty() && shared.contains(entry.id().value()));
    }

    private List<CustomerEntry> all(ListQuery query) {
        List<CustomerEntry> all = new ArrayList<>();
        Set<CustomerId> seen = new TreeSet<>(Comparator.comparingLong(CustomerId::value));
        Optional<ListQuery> rest = Optional.of(query);
        while (rest.isPresent()) {
            Slice<CustomerEntry> slice = fixture.archive.list(byName("").with(rest.get()));
            slice.rows().forEach(entry -> assertThat(seen.add(entry.id())).isTrue());
            all.addAll(slice.rows());
            rest = slice.next().map(next -> query.after(next, query.limit()));
        }
        return all;
    }
}
