package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

/** Events reach those who subscribe to them, whatever happens in between. */
public class EventTests extends InCrm {

    private static final String PLATFORM = "/crm/api/platform/v1/";
    private static final String SUBSCRIPTIONS = PLATFORM + "subscriptions";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    @SuppressWarnings("NullAway.Init")
    private Tester tester;

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        web = tester.web();
        web.awaitOk(PLATFORM + "jobs");
    }

    @Test
    public void aSubscriberThatWasAwayGetsEverythingInOrder() throws Exception {
        Subscriber subscriber = new Subscriber("itests-durable");
        ServiceRegistration<EventSubscriber> there = register(subscriber);
        long known = customer("事件公司 0");
        subscriber.await(known);
        there.unregister();

        List<Long> created = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            created.add(customer("事件公司 " + i));
        }
        Subscriber later = new Subscriber("itests-durable");
        there = register(later);
        try {
            List<Event> events = later.await(created.get(created.size() - 1));
            List<Long> told = new ArrayList<>();
            long sequence = 0;
            for (Event event : events) {
                assertTrue("in order", event.sequence() > sequence);
                sequence = event.sequence();
                if (created.contains(event.news().recordId())) {
                    told.add(event.news().recordId());
                }
            }
            assertEquals(created, told);
        } finally {
            there.unregister();
        }
    }

    @Test
    public void aDeadLetterIsSeenAndReplayed() throws Exception {
        Subscriber subscriber = new Subscriber("itests-broken");
        ServiceRegistration<EventSubscriber> there = register(subscriber);
        try {
            subscriber.await(customer("完好公司"));
            subscriber.broken = true;
            long refused = customer("死信公司");
            String name = SUBSCRIPTIONS + "/itests-broken";
            awaitState("itests-broken", "RETRYING");
            assertTrue(subscription("itests-broken").get("lastError").asText().contains("not now"));
            subscriber.broken = false;
            assertEquals(204, web.post(name + "/resume", "").status());
            subscriber.await(refused);
            awaitState("itests-broken", "ACTIVE");
            assertEquals(0, json(web.get(name + "/dead-letters")).get("items").size());
            assertEquals(404, web.post(name + "/dead-letters/1/replay", "").status());
        } finally {
            there.unregister();
        }
        assertTrue(new Console(context).run("crm:subscriptions").contains("itests-broken"));
    }

    @Test
    public void aStreamTellsWhatHappens() throws Exception {
        String credentials = Base64.getEncoder()
                .encodeToString((tester.name() + ":" + tester.password()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(web.base() + PLATFORM + "events/stream"))
                .header("Authorization", "Basic " + credentials)
                .build();
        HttpResponse<java.io.InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertEquals("retry: 2000", lines.readLine());
            long created = customer("流公司");
            String line = String.valueOf(lines.readLine());
            while (!line.startsWith("data: ") || !line.contains("\"id\":\"" + created + "\"")) {
                line = String.valueOf(lines.readLine());
            }
            assertTrue(line, line.contains("\"topic\":\"customer."));
        }
        assertEquals(401, Web.signedOut().get(PLATFORM + "events/stream").status());
        assertEquals(
                403,
                Tester.of(service(Users.class), "sales")
                        .web()
                        .get(PLATFORM + "events/stream")
                        .status());
    }

    @Test
    public void aJobIsStartedByHand() throws Exception {
        String job = PLATFORM + "jobs/events-retention";
        String before = runs(job).toString();
        int status = web.post(job + "/run", "").status();
        assertTrue("accepted, or running already: " + status, status == 202 || status == 409);
        Eventually.holds(
                "done",
                () -> !runs(job).toString().equals(before)
                        && runs(job).path(0).path("outcome").asText().equals("DONE"));
        assertTrue(new Console(context).run("crm:jobs").contains("events-retention"));
        assertEquals(404, web.post(PLATFORM + "jobs/nothing/run", "").status());
    }

    private JsonNode runs(String job) throws Exception {
        return json(web.get(job + "/runs")).path("items");
    }

    private void awaitState(String name, String state) throws Exception {
        Eventually.holds(
                name + " is " + state,
                () -> subscription(name).path("state").asText().equals(state));
    }

    private JsonNode subscription(String name) throws Exception {
        for (JsonNode item : json(web.get(SUBSCRIPTIONS)).get("items")) {
            if (item.get("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("no subscription " + name);
    }

    private ServiceRegistration<EventSubscriber> register(EventSubscriber subscriber) {
        return context.registerService(EventSubscriber.class, subscriber, null);
    }

    private long customer(String name) {
        CustomerId id = asAdministrator(() -> service(CustomerArchive.class)
                .register(CustomerData.of(CustomerKind.COMPANY, name))
                .id());
        return id.value();
    }

    private static JsonNode json(Web.Answer answer) throws Exception {
        assertEquals(answer.body(), 200, answer.status());
        return JSON.readTree(answer.body());
    }

    private static final class Subscriber implements EventSubscriber {

        volatile boolean broken;
        private final String name;
        private final Set<Long> seen = ConcurrentHashMap.newKeySet();
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        Subscriber(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void deliver(List<Event> delivered) {
            if (broken) {
                throw new IllegalStateException("not now");
            }
            // At least once: what comes again is known by its sequence.
            delivered.stream().filter(event -> seen.add(event.sequence())).forEach(events::add);
        }

        /** All that came up to the news of this customer. */
        List<Event> await(long customer) throws InterruptedException {
            List<Event> taken = new ArrayList<>();
            while (true) {
                Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no event of customer " + customer + " within a minute");
                }
                taken.add(event);
                if (event.news().recordType().equals("customer") && event.news().recordId() == customer) {
                    return taken;
                }
            }
        }
    }
}
