package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.BOB;
import static io.guanxi.crm.transaction.service.Fixture.NOW;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class OrderListTest {

    @Rule
    public final TestDatabase database = new TestDatabase("transaction");

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
        List<OrderEntry> all = ledger.list(query(Optional.empty(), Optional.empty(), Optional.empty(), 200));

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
                OrderQuery whole = query(customer, status, Optional.empty(), 200);
                List<OrderEntry> all = ledger.list(whole);

                assertThat(paged(customer, status)).containsExactlyElementsOf(all);
                assertThat(ledger.count(whole)).isEqualTo(all.size());
                assertThat(all).allMatch(o -> customer.isEmpty() || o.customer().equals(ADA));
                assertThat(all).allMatch(o -> status.isEmpty() || o.status() == OrderStatus.CONFIRMED);
            }
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
        Optional<OrderQuery.Position> after = Optional.empty();
        while (true) {
            List<OrderEntry> page = ledger.list(query(customer, status, after, 3));
            all.addAll(page);
            if (page.size() < 3 || all.size() > 100) {
                return all;
            }
            OrderEntry last = page.get(2);
            after = Optional.of(
                    new OrderQuery.Position(last.orderedAt(), last.id().value()));
        }
    }

    private static OrderQuery query(
            Optional<CustomerId> customer,
            Optional<OrderStatus> status,
            Optional<OrderQuery.Position> after,
            int limit) {
        return new OrderQuery(customer, status, after, limit);
    }
}
