package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.BOB;
import static io.guanxi.crm.transaction.service.Fixture.NOW;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderFields;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class OrderListTest {

    @Rule
    public final TestDatabase database = new TestDatabase(Fixture.SCHEMAS);

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JpaLedger ledger;

    @Before
    public void open() {
        ledger = new Fixture(database).ledger;
        for (int i = 0; i < 30; i++) {
            place(i % 2 == 0 ? ADA : BOB, i % 3 == 0 ? OrderStatus.DRAFT : OrderStatus.CONFIRMED, i / 4);
        }
    }

    @Test
    public void newestComesFirstAndOfOneInstantTheLastEntered() {
        List<OrderEntry> all =
                ledger.list(OrderQuery.newest(Optional.empty(), 200)).rows();

        assertThat(all)
                .hasSize(30)
                .isSortedAccordingTo((a, b) -> a.orderedAt().equals(b.orderedAt())
                        ? Long.compare(b.id().value(), a.id().value())
                        : b.orderedAt().compareTo(a.orderedAt()));
    }

    @Test
    public void pagesMeetWithoutGapOrOverlapUnderEveryFilter() {
        for (Optional<CustomerId> customer : List.of(Optional.<CustomerId>empty(), Optional.of(ADA))) {
            for (Optional<OrderStatus> status :
                    List.of(Optional.<OrderStatus>empty(), Optional.of(OrderStatus.CONFIRMED))) {
                OrderQuery whole = query(customer, status, 200);
                List<OrderEntry> all = ledger.list(whole).rows();

                assertThat(paged(customer, status)).containsExactlyElementsOf(all);
                assertThat(ledger.count(whole)).isEqualTo(all.size());
                assertThat(all).allMatch(o -> customer.isEmpty() || o.customer().equals(ADA));
                assertThat(all).allMatch(o -> status.isEmpty() || o.status() == OrderStatus.CONFIRMED);
            }
        }
    }

    @Test
    public void findsByNumberAndByWhatIsFiltered() {
        Order yen = ledger.place(order(ADA, OrderStatus.CONFIRMED, NOW, "JPY", line("P", "3", "7", "0")));
        String number = yen.data().number().orElseThrow();

        assertThat(found(ListQuery::search, number.toLowerCase(Locale.ROOT)))
                .extracting(OrderEntry::id)
                .contains(yen.id());
        assertThat(found(ListQuery::search, "nobody")).isEmpty();
        assertThat(found(OrderListTest::filtered, "currency==JPY;total>=21"))
                .extracting(OrderEntry::id)
                .containsExactly(yen.id());
        assertThat(found(OrderListTest::filtered, "total>21")).isEmpty();
        assertThat(found(OrderListTest::filtered, "number==\"" + number + "\"")).hasSize(1);
        assertThat(found(OrderListTest::filtered, "id=in=(1,2,99)")).hasSize(2);
        assertThat(found(OrderListTest::filtered, "status==draft;customerId==1"))
                .hasSize(5);
    }

    @Test
    public void everyFieldThatMayBeNamedHasAColumn() {
        for (Field field : OrderFields.ALL) {
            assertThat(found(OrderListTest::filtered, field.code() + "=isnull=true"))
                    .as(field.code())
                    .hasSize(field.code().equals("externalId") ? 30 : 0);
        }
    }

    @Test
    public void oldestComesFirstWhereAskedFor() {
        List<OrderEntry> newest = found((all, sort) -> all, "");
        List<OrderEntry> oldest = new ArrayList<>(
                found((all, sort) -> ListQuery.all(SortOrder.parse(sort, OrderFields.ALL), 50), "orderedAt"));

        Collections.reverse(oldest);
        assertThat(oldest).isEqualTo(newest);
    }

    @Test
    public void comesByIdWhereNoOrderIsAskedFor() {
        for (OrderQuery kind : List.of(
                new OrderQuery(Optional.empty(), Optional.empty(), ListQuery.all(SortOrder.BY_ID, 50)),
                new OrderQuery(Optional.of(ADA), Optional.empty(), ListQuery.all(SortOrder.BY_ID, 50)),
                new OrderQuery(Optional.empty(), Optional.of(OrderStatus.DRAFT), ListQuery.all(SortOrder.BY_ID, 50)))) {
            assertThat(ledger.list(kind).rows())
                    .extracting(order -> order.id().value())
                    .isSorted()
                    .isNotEmpty();
        }
    }

    @Test
    public void streamsConfirmedOrdersAsPlainValues() {
        Order yen = ledger.place(order(ADA, OrderStatus.CONFIRMED, NOW, "JPY", line("P", "3", "7", "0")));
        Map<Long, Long> amounts = new HashMap<>();
        ledger.visitConfirmed((id, customer, at, amount, currency) -> amounts.put(id, amount));

        assertThat(amounts).hasSize(21).containsEntry(yen.id().value(), 210_000L);
    }

    @Test
    public void streamsSomeOrdersAndLeavesOutWhatIsNotConfirmed() {
        Order confirmed = place(ADA, OrderStatus.CONFIRMED, 9);
        Order draft = place(ADA, OrderStatus.DRAFT, 9);
        List<String> seen = new ArrayList<>();

        ledger.visitConfirmed(
                List.of(confirmed.id(), draft.id(), new OrderId(4711)),
                (id, customer, at, amount, currency) ->
                        seen.add(id + " " + customer + " " + at + " " + amount + currency));

        assertThat(seen)
                .containsExactly(confirmed.id() + " 1 " + NOW.plusSeconds(9).toEpochMilli() + " 15000CNY");
    }

    private Order place(CustomerId customer, OrderStatus status, long second) {
        return ledger.place(order(customer, status, NOW.plusSeconds(second), "CNY", line("P", "1", "1.5", "0")));
    }

    private List<OrderEntry> paged(Optional<CustomerId> customer, Optional<OrderStatus> status) {
        List<OrderEntry> all = new ArrayList<>();
        OrderQuery query = query(customer, status, 3);
        while (true) {
            Slice<OrderEntry> page = ledger.list(query);
            all.addAll(page.rows());
            if (page.next().isEmpty() || all.size() > 100) {
                return all;
            }
            query = new OrderQuery(
                    customer, status, query.list().after(page.next().get(), 3));
        }
    }

    private static OrderQuery query(Optional<CustomerId> customer, Optional<OrderStatus> status, int limit) {
        return new OrderQuery(
                customer, status, OrderQuery.newest(customer, limit).list());
    }

    private List<OrderEntry> found(BiFunction<ListQuery, String, ListQuery> question, String text) {
        ListQuery list = OrderQuery.newest(Optional.empty(), 50).list();
        OrderQuery query = new OrderQuery(Optional.empty(), Optional.empty(), question.apply(list, text));
        List<OrderEntry> found = ledger.list(query).rows();
        assertThat(ledger.count(query)).isEqualTo(found.size());
        return found;
    }

    private static ListQuery filtered(ListQuery all, String filter) {
        return all.where(Filter.parse(filter, OrderFields.ALL, Clock.systemUTC(), ZoneOffset.UTC));
    }
}
