package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** A module is exchanged for its next version while people work. */
public class ExchangeTests extends InCrm {

    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String ORDERS = "/crm/api/transaction/v1/orders";
    private static final String SERVICE = "io.guanxi.crm.customer.service";

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        web.awaitOk(CUSTOMERS + "?limit=1");
        web.awaitOk(ORDERS + "?limit=1");
    }

    @Test
    public void noRequestFailsAndNoOtherBundleNotices() throws Exception {
        Path next = nextVersion();
        Wirings before = Wirings.of(context, SERVICE);
        Load customers = Load.start(
                50,
                i -> i % 2 == 0
                        ? web.getLater(CUSTOMERS + "?limit=20")
                        : web.postLater(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"换装公司" + i + "\"}"));
        Load orders = Load.start(50, i -> web.getLater(ORDERS + "?limit=20"));
        TimeUnit.SECONDS.sleep(2);

        String report = new Console(context).run("crm:exchange " + SERVICE + " " + next);
        TimeUnit.SECONDS.sleep(2);

        Map<String, Long> failedCustomers = customers.stopAndCount(ExchangeTests::answered);
        Map<String, Long> failedOrders = orders.stopAndCount(ExchangeTests::answered);
        System.out.printf(
                "exchange: %s%n%d requests on the exchanged module, slowest %d ms; %d on another, slowest %d ms%n",
                report.strip(), customers.sent(), customers.slowestMillis(), orders.sent(), orders.slowestMillis());
        assertEquals(Map.of(), failedCustomers);
        assertEquals(Map.of(), failedOrders);
        assertEquals("1.1.0", bundle(SERVICE).getVersion().toString());
        assertEquals(before, Wirings.of(context, SERVICE));
        Jdbc jdbc = new Jdbc(service(DataSource.class, "(osgi.jndi.service.name=crm/customer)"));
        assertTrue(jdbc.list("SELECT NICKNAME FROM CRM_CUSTOMER_CUSTOMER WHERE ID = 0", Jdbc.NONE, row -> 1)
                .isEmpty());
        assertTrue(customers.answers().stream().anyMatch(answer -> answer.statusCode() == 201));
    }

    @Test
    public void aModuleThatStaysAwayIsToldAfterFiveSeconds() throws Exception {
        Bundle service = bundle(SERVICE);
        service.stop();
        try {
            Web.Answer answer = web.with("Accept-Language", "en").get(CUSTOMERS);
            assertEquals(answer.body(), 503, answer.status());
            assertTrue(answer.header("Retry-After").isPresent());
            assertTrue(answer.header("Content-Type").orElse("").startsWith("application/problem+json"));
            assertEquals(200, web.get("/crm/api/reporting/v1/reports").status());
        } finally {
            service.start();
        }
        service(CustomerArchive.class);
        web.awaitOk(CUSTOMERS + "?limit=1");
    }

    @Test
    public void aBundleThatDoesNotStartIsTakenBack() throws Exception {
        Path broken = Files.createTempFile("broken", ".jar");
        Files.write(
                broken,
                Jars.bundle(
                        SERVICE,
                        Map.of("Bundle-Version", "9.9.9", "Crm-Module", "customer", "Import-Package", "no.such.thing"),
                        Map.of("x.txt", "x")));
        String version = bundle(SERVICE).getVersion().toString();

        Exception refusal =
                assertThrows(Exception.class, () -> new Console(context).run("crm:exchange " + SERVICE + " " + broken));
        System.out.println("exchange of a broken bundle: " + refusal);

        web.awaitOk(CUSTOMERS + "?limit=1");
        assertEquals(version, bundle(SERVICE).getVersion().toString());
        assertEquals(Bundle.ACTIVE, bundle(SERVICE).getState());
    }

    private static boolean answered(HttpResponse<String> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 201;
    }

    /** With a changelog that adds a column. */
    private Path nextVersion() throws Exception {
        return new NextVersion(bundle(SERVICE), "1.1.0")
                .with(
                        "db/customer.changelog.xml",
                        changelog -> changelog.replace(
                                "</databaseChangeLog>",
                                """
                  <changeSet id="itests-nickname" author="itests">
                    <addColumn tableName="CRM_CUSTOMER_CUSTOMER"><column name="NICKNAME" type="varchar(40)"/></addColumn>
                  </changeSet>
                </databaseChangeLog>"""));
    }
}
