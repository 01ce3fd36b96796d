package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.Test;

/** One transaction over the persistence units of two modules. */
public class JointTransactionTests extends InCrm {

    @Test
    public void commitsAsOne() {
        Order order = asAdministrator(() -> service(Transactions.class).call(this::customerWithOrder));

        assertTrue(asAdministrator(
                        () -> service(CustomerArchive.class).find(order.data().customer()))
                .isPresent());
        assertTrue(asAdministrator(() -> service(Ledger.class).find(order.id())).isPresent());
    }

    @Test
    public void rollsBackAsOne() {
        Order[] order = new Order[1];
        try {
            asAdministrator(() -> service(Transactions.class).call(() -> {
                order[0] = customerWithOrder();
                throw new IllegalStateException("after both modules have written");
            }));
            fail("the failure was lost");
        } catch (IllegalStateException e) {
            assertEquals("after both modules have written", e.getMessage());
        }

        assertFalse(asAdministrator(() ->
                        service(CustomerArchive.class).find(order[0].data().customer()))
                .isPresent());
        assertFalse(
                asAdministrator(() -> service(Ledger.class).find(order[0].id())).isPresent());
    }

    /** Something only one session sees is put in through one module's data source and found through the other's. */
    @Test
    public void usesOneConnectionAndOnePhase() {
        Jdbc customer = new Jdbc(service(DataSource.class, "(osgi.jndi.service.name=crm/customer)"));
        Jdbc transaction = new Jdbc(service(DataSource.class, "(osgi.jndi.service.name=crm/transaction)"));
        asAdministrator(() -> service(Transactions.class).call(() -> {
            customerWithOrder();
            if (onDerby()) {
                customer.update("DECLARE GLOBAL TEMPORARY TABLE MARK (ID INT) NOT LOGGED", Jdbc.NONE);
                assertEquals(1, transaction.update("INSERT INTO SESSION.MARK VALUES (1)", Jdbc.NONE));
            } else {
                assertEquals(backend(customer), backend(transaction));
                assertEquals("0", setting(customer, "max_prepared_transactions"));
            }
            return 0;
        }));
    }

    private static String backend(Jdbc jdbc) {
        return jdbc.first("SELECT pg_backend_pid()", Jdbc.NONE, row -> row.getString(1))
                .orElseThrow();
    }

    private static String setting(Jdbc jdbc, String name) {
        return jdbc.first("SELECT current_setting(?)", s -> s.setString(1, name), row -> row.getString(1))
                .orElseThrow();
    }

    private Order customerWithOrder() {
        CustomerId customer = service(CustomerArchive.class)
                .register(CustomerData.of(CustomerKind.COMPANY, "事务测试公司"))
                .id();
        return service(Ledger.class)
                .place(new OrderData(
                        Optional.empty(),
                        Optional.empty(),
                        customer,
                        Instant.parse("2026-03-01T08:30:00Z"),
                        Currency.getInstance("CNY"),
                        OrderStatus.CONFIRMED,
                        List.of(new OrderLine(
                                "P-1", Optional.empty(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO))));
    }
}
