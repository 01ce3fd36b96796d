package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.*;
import io.guanxi.crm.platform.testing.*;
import java.sql.*;
import java.util.*;
import org.junit.*;

@SuppressWarnings("all")
public class ScaleProbeTest {
    @Rule
    public final TestDatabase database = new TestDatabase("customer");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    @Test
    public void probe() throws Exception {
        Fixture f = new Fixture(database);
        int n = Integer.getInteger("probe.n", 200000);
        long t0 = System.nanoTime();
        Random r = new Random(1);
        for (int c = 0; c < n / 10000; c++) {
            int cc = c;
            database.transactions().run(() -> database.jdbc().with(k -> {
                try (PreparedStatement p = k.prepareStatement(
                                "insert into CRM_CUSTOMER_CUSTOMER(ID,VERSION,KIND,CODE,NAME,NAME_KEY,STAGE,SEX,CREATED_AT,CREATED_BY,UPDATED_AT,UPDATED_BY) values(?,1,?,?,?,?,'UNKNOWN','UNKNOWN',?,'x',?,'x')");
                        PreparedStatement q = k.prepareStatement(Parts.PHONES.insertSql())) {
                    for (int i = 0; i < 10000; i++) {
                        long id = 1000000L + cc * 10000 + i;
                        String name =
                                (char) (0x4e00 + r.nextInt(3000)) + "" + (char) (0x4e00 + r.nextInt(3000)) + "公司" + id;
                        p.setLong(1, id);
                        p.setString(2, i % 1000 == 0 ? "ARMY" : "COMPANY");
                        p.setString(3, "X" + id);
                        p.setString(4, name);
                        p.setString(5, name);
                        p.setLong(6, 1000 + cc);
                        p.setLong(7, 1000 + r.nextInt(100));
                        p.addBatch();
                        Parts.PHONES.addTo(q, id, List.of("139" + (10000000 + r.nextInt(80000000))));
                    }
                    p.executeBatch();
                    q.executeBatch();
                }
                return 0;
            }));
        }
        System.out.println("PROBE insert " + n + " " + (System.nanoTime() - t0) / 1000000 + " ms");
        for (String kind : new String[] {"", "ARMY", "COMPANY"})
            for (CustomerQuery.Sort s : CustomerQuery.Sort.values())
                for (boolean d : new boolean[] {false, true}) {
                    CustomerQuery q = new CustomerQuery(
                            Optional.empty(),
                            Optional.of(kind).filter(k -> !k.isEmpty()).map(CustomerKind::valueOf),
                            false,
                            s,
                            d,
                            Optional.empty(),
                            50);
                    List<CustomerEntry> page = time(kind + " " + s + (d ? " desc" : " asc"), () -> f.archive.list(q));
                    CustomerEntry last = page.get(49);
                    String v = s == CustomerQuery.Sort.NAME
                            ? last.name()
                            : ""
                                    + (s == CustomerQuery.Sort.CREATED_AT ? last.createdAt() : last.updatedAt())
                                            .toEpochMilli();
                    CustomerQuery q2 = new CustomerQuery(
                            q.text(),
                            q.kind(),
                            false,
                            s,
                            d,
                            Optional.of(new CustomerQuery.Position(v, last.id().value())),
                            50);
                    time("   next", () -> f.archive.list(q2));
                }
        time("q=丁", () -> f.archive.list(Fixture.byName("丁")));
        time("q=丁 by created", () -> f.archive.list(Fixture.query("丁", CustomerQuery.Sort.CREATED_AT, true)));
        time("q=1391", () -> f.archive.list(Fixture.byName("1391")));
        time("q=13912345", () -> f.archive.list(Fixture.byName("13912345")));
        time("count", () -> List.of(f.archive.count(Fixture.byName(""))));
        time("find", () -> List.of(f.archive.find(new CustomerId(1000007))));
    }

    static <T> List<T> time(String what, java.util.concurrent.Callable<List<T>> c) throws Exception {
        c.call();
        long t = System.nanoTime();
        List<T> l = null;
        for (int i = 0; i < 15; i++) l = c.call();
        System.out.printf("PROBE %-30s %8.2f ms  %d%n", what, (System.nanoTime() - t) / 15e6, l.size());
        return l;
    }
}
