package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** Every bundle that may be exchanged is, those of the platform too, one after the other, while people work in all modules. */
public class UpgradeTests extends InCrm {

    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final List<String> READS = List.of(
            CUSTOMERS + "?limit=20",
            "/crm/api/contact/v1/interactions?limit=20",
            "/crm/api/transaction/v1/orders?limit=20",
            "/crm/api/reporting/v1/reports",
            "/crm/api/platform/v1/jobs");
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    /** Requests, a third of them writes; more with {@code -Dcrm.upgrade.rate=200}. */
    private static final int PER_SECOND = Integer.getInteger("crm.upgrade.rate", 60);
    /** Exchanges of each bundle; more with {@code -Dcrm.upgrade.rounds=20}, once the container has worked for a while. */
    private static final int ROUNDS = Integer.getInteger("crm.upgrade.rounds", 1);

    private static final int WARM_UP = ROUNDS == 1 ? 0 : 30 * PER_SECOND;

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        for (String path : READS) {
            web.awaitOk(path);
        }
        // what a fresh installation does once; its long transactions would be measured, not the exchanges
        Eventually.holds(
                "the sample data are there",
                () -> web.awaitOk("/crm/health").body().contains("sample data"));
    }

    @Test
    public void everyBundleIsExchangedAndNothingFailsOrIsLost() throws Exception {
        EventFeed feed = service(EventFeed.class);
        long head = asAdministrator(feed::head);
        Load reads = Load.start(PER_SECOND - PER_SECOND / 3, i -> web.getLater(READS.get((int) (i % READS.size()))));
        Load writes = Load.start(
                PER_SECOND / 3, i -> web.postLater(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"升级公司" + i + "\"}"));

        List<Bundle> bundles = exchangeable();
        assertTrue("services of the platform and of the modules: " + bundles, bundles.size() >= 18);
        reads.awaitAnswers(WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Bundle bundle : bundles) {
                exchange(bundle, "1.2." + bundle.getBundleId() + ".round" + round);
            }
        }

        assertEquals(Map.of(), reads.stopAndCount(answer -> answer.statusCode() == 200));
        assertEquals(Map.of(), writes.stopAndCount(answer -> answer.statusCode() == 201));
        System.out.printf(
                "upgrade of %d bundles, %d times: %d reads, slowest %d ms; %d writes, slowest %d ms%n",
                bundles.size(), ROUNDS, reads.sent(), reads.slowestMillis(), writes.sent(), writes.slowestMillis());
        assertEquals(created(writes), announced(feed, head, writes.sent()));
        assertEquals(List.of(), inactive());
    }

    private void exchange(Bundle bundle, String version) throws Exception {
        Wirings before = Wirings.of(context, bundle.getSymbolicName());
        String report = new Console(context)
                .run("crm:exchange " + bundle.getSymbolicName() + " " + new NextVersion(bundle, version).unchanged());
        System.out.print("upgrade: " + report);
        assertEquals(version, bundle.getVersion().toString());
        assertEquals(before, Wirings.of(context, bundle.getSymbolicName()));
    }

    /** All that belong to a module, or to every module; web bundles of the platform are found by it as well. */
    private List<Bundle> exchangeable() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get("Crm-Module") != null)
                .filter(bundle -> !String.valueOf(bundle.getSymbolicName()).startsWith("io.guanxi.crm.platform.edge"))
                .toList();
    }

    private List<String> inactive() {
        return exchangeable().stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .map(Bundle::toString)
                .toList();
    }

    private static Map<String, Long> created(Load writes) {
        return writes.answers().stream()
                .map(HttpResponse::body)
                .map(ID::matcher)
                .filter(Matcher::find)
                .map(id -> id.group(1))
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    }

    /** How often the feed tells of each customer that was registered: once. */
    private static Map<String, Long> announced(EventFeed feed, long head, int expected) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Map<String, Long> told = new TreeMap<>();
        long after = head;
        while (told.size() < expected && System.nanoTime() < end) {
            long from = after;
            List<Event> events = asAdministrator(() -> feed.after(from, 500));
            for (Event event : events) {
                after = event.sequence();
                if (event.news().topic().equals("customer.created")) {
                    told.merge(String.valueOf(event.news().recordId()), 1L, Long::sum);
                }
            }
            if (events.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return told;
    }
}
