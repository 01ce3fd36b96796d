package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.*;
import io.guanxi.crm.platform.testing.*;
import io.guanxi.crm.transaction.*;
import java.sql.*;
import java.util.*;
import org.junit.*;

@SuppressWarnings("all")
public class ScaleProbeTest {
    @Rule
    public final TestDatabase database = new TestDatabase("transaction");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    @Test
    public void probe() throws Exception {
        Fixture f = new Fixture(database);
        int n = Integer.getInteger("probe.n", 100000);
        long t0 = System.nanoTime();
        Random r = new Random(1);
        for (int c = 0; c < n / 10000; c++) {
            int cc = c;
            database.transactions().run(() -> database.jdbc().with(k -> {
                try (PreparedStatement p = k.prepareStatement(
                        "insert into CRM_TRANSACTION_ORDER values(?,1,?,?,?,?,'CNY',?,?,1,'x',1,'x')")) {
                    for (int i = 0; i < 10000; i++) {
                        long id = 1000000L + cc * 10000 + i;
                        p.setLong(1, id);
                        p.setString(2, "X" + id);
                        p.setString(3, "E" + id);
                        p.setLong(4, r.nextInt(900));
                        p.setLong(5, 1600000000000L + r.nextInt(1000) * 86400000L);
                        p.setString(6, i % 500 == 0 ? "DRAFT" : "CONFIRMED");
                        p.setBigDecimal(7, new java.math.BigDecimal("12.34"));
                        p.addBatch();
                    }
                    p.executeBatch();
                }
                return 0;
            }));
        }
        System.out.println("PROBE insert " + n + " " + (System.nanoTime() - t0) / 1000000 + " ms");
        for (int round = 0; round < 2; round++)
            for (Optional<CustomerId> cu : List.of(Optional.<CustomerId>empty(), Optional.of(new CustomerId(7))))
                for (Optional<OrderStatus> st : List.of(
                        Optional.<OrderStatus>empty(),
                        Optional.of(OrderStatus.CONFIRMED),
                        Optional.of(OrderStatus.DRAFT))) {
                    var q = new OrderQuery(cu, st, Optional.empty(), 50);
                    List<OrderEntry> page = time(cu + " " + st, () -> f.ledger.list(q));
                    if (page.size() < 50) continue;
                    OrderEntry last = page.get(49);
                    var q2 = new OrderQuery(
                            cu,
                            st,
                            Optional.of(new OrderQuery.Position(
                                    last.orderedAt(), last.id().value())),
                            50);
                    time("   next", () -> f.ledger.list(q2));
                }
        long[] sum = new long[2];
        time("visit", () -> {
            sum[0] = 0;
            f.ledger.visitConfirmed((a, b, c2, d, e) -> {
                sum[0]++;
                sum[1] += d;
            });
            return List.of(sum[0]);
        });
        time("place", () -> List.of(f.ledger.place(Fixture.sold(new CustomerId(7), "2026-03-01T00:00:00Z", "1"))));
        Order[] o = new Order[1];
        List<Order> os = new ArrayList<>();
        for (int i = 0; i < 60; i++)
            os.add(f.ledger.place(Fixture.sold(new CustomerId(7), "2026-03-01T00:00:00Z", "1")));
        for (int round = 0; round < 2; round++) {
            time("find", () -> List.of(f.ledger.find(os.get(os.size() - 1).id())));
            time("confirm/cancel", () -> List.of(f.cancel(os.remove(os.size() - 1))));
            time("bounds", () -> {
                database.transactions().run(() -> {
                    database.jdbc().with(k -> {
                        FactsTable.settle(
                                k,
                                Sale.of(Fixture.sold(new CustomerId(7), "2026-03-01T00:00:00Z", "1"))
                                        .get());
                        return 1;
                    });
                });
                return List.of(1);
            });
        }
        time(
                "place+cancel",
                () -> List.of(f.cancel(f.ledger.place(Fixture.sold(new CustomerId(7), "2026-03-01T00:00:00Z", "1")))));
        List<Long> customers = java.util.stream.LongStream.range(0, 900).boxed().toList();
        time("recompute", () -> {
            database.transactions().run(() -> {
                database.jdbc().with(k -> {
                    FactsTable.lock(k, customers);
                    FactsTable.recompute(k, customers);
                    return 1;
                });
            });
            return List.of(1);
        });
    }

    static <T> List<T> time(String what, java.util.concurrent.Callable<List<T>> c) throws Exception {
        c.call();
        long t = System.nanoTime();
        List<T> l = null;
        for (int i = 0; i < 10; i++) l = c.call();
        System.out.printf("PROBE %-60s %8.2f ms  %d%n", what, (System.nanoTime() - t) / 10e6, l.size());
        return l;
    }
}
