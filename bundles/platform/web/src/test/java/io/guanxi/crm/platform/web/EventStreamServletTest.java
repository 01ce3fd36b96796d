package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class EventStreamServletTest {

    private static final EventStreams.Limits LIMITS = new EventStreams.Limits(
            2, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(5));

    private final FixedFeed feed = new FixedFeed(3);
    private final EventStreamServlet servlet = servlet(LIMITS);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    private EventStreamServlet servlet(EventStreams.Limits limits) {
        return new EventStreamServlet(Neighbour.fixed(feed), Neighbour.fixed(new AnybodyMay()), limits) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws javax.servlet.ServletException, java.io.IOException {
                try {
                    super.service(request, response);
                } catch (UnavailableException e) {
                    response.sendError(503); // the edge does it in the product
                }
            }
        };
    }

    @Before
    public void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/stream");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @After
    public void stop() throws Exception {
        servlet.close();
        server.stop();
    }

    @Test
    public void tellsWhatIsNewInOrder() throws Exception {
        BufferedReader stream = open("?after=1");

        assertThat(next(stream)).isEqualTo("id: 2");
        assertThat(next(stream))
                .isEqualTo("data: {\"sequence\":2,\"topic\":\"customer.created\",\"at\":\"2026-03-01T08:30:00Z\","
                        + "\"record\":{\"type\":\"customer\",\"id\":\"42\"},\"data\":{\"name\":\"张\"}}");
        assertThat(ids(stream, 1)).containsExactly(3L);
        feed.head.set(5000);
        assertThat(ids(stream, 4997))
                .isEqualTo(LongStream.rangeClosed(4, 5000).boxed().toList());
    }

    @Test
    public void goesOnBehindTheLastEventOfTheClientOrFromNow() throws Exception {
        BufferedReader after = open("?after=1", "Last-Event-ID", "2");
        assertThat(ids(after, 1)).containsExactly(3L);

        BufferedReader now = open("");
        assertThat(now.readLine()).isEqualTo("retry: 2000");
        feed.head.set(4);
        assertThat(ids(now, 1)).containsExactly(4L);
    }

    @Test
    public void tellsThatItLives() throws Exception {
        BufferedReader stream = open("");
        assertThat(stream.readLine()).isEqualTo("retry: 2000");
        assertThat(stream.readLine()).isEmpty();
        assertThat(stream.readLine()).isEqualTo(":");
    }

    @Test
    public void endsAllStreamsWithTheBundle() throws Exception {
        BufferedReader stream = open("?after=3");
        assertThat(stream.readLine()).isEqualTo("retry: 2000");

        servlet.close();

        String line = stream.readLine();
        while (line != null) {
            assertThat(line).isIn("", ":");
            line = stream.readLine();
        }
    }

    @Test
    public void refusesMoreStreamsThanItCanServe() throws Exception {
        BufferedReader one = open("");
        BufferedReader two = open("");

        assertThat(answer("").statusCode()).isEqualTo(503);

        assertThat(one.readLine()).isEqualTo(two.readLine());
    }

    private BufferedReader open(String query, String... headers) throws Exception {
        HttpResponse<java.io.InputStream> answer = answer(query, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<java.io.InputStream> answer(String query, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/stream" + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<Long> ids(BufferedReader stream, int count) throws Exception {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < count) {
            String line = next(stream);
            if (line.startsWith("id: ")) {
                ids.add(Long.valueOf(line.substring(4)));
            }
        }
        return ids;
    }

    /** The next line of an event. */
    private static String next(BufferedReader stream) throws Exception {
        String line = String.valueOf(stream.readLine());
        while (line.isEmpty() || line.equals(":") || line.startsWith("retry: ")) {
            line = String.valueOf(stream.readLine());
        }
        return line;
    }

    /** No request here has a caller. */
    private static final class AnybodyMay implements Access {

        @Override
        public void require(Action action, String recordType) {
            // whoever asks
        }

        @Override
        public Scope scope(Action action, String recordType) {
            return Scope.EVERYTHING;
        }

        @Override
        public FieldRights fields(String recordType) {
            return FieldRights.EVERYTHING;
        }
    }
}
