package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.EndlessAnswer;
import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;
import org.junit.rules.ExternalResource;

/** A module behind its gate on a real HTTP server. */
final class EdgeServer extends ExternalResource {

    static final EdgeSettings.Limits USUAL =
            new EdgeSettings.Limits(4096, 8192, 16, 64, Duration.ofSeconds(2), 8, 5_000, 10_000);

    final Gate gate;
    final BlockingQueue<RequestLog.Entry> log = new LinkedBlockingQueue<>();
    final AtomicReference<Runnable> end = new AtomicReference<>();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final String module;
    private final HttpServlet servlet;
    private final Entrance entrance;

    EdgeServer(String module) {
        this(module, null, Neighbour.fixed(new NothingKept()), USUAL);
    }

    /** With this servlet in the place of the module's application. */
    EdgeServer(String module, @Nullable HttpServlet servlet, Neighbour<Replies> replies, EdgeSettings.Limits limits) {
        this.module = module;
        this.servlet = servlet == null ? new Resources() : servlet;
        Neighbour<SignIn> signIn = Neighbour.fixed(new OneUser());
        EdgeSettings settings = new EdgeSettings(limits);
        this.entrance = new Entrance(
                signIn,
                replies,
                settings,
                new Doorman(signIn),
                new CallerRates(settings),
                new WaitingRoom(Duration.ofMillis(400), Duration.ofMillis(1_500)),
                new RequestLog(() -> true, log::add));
        this.gate = new Gate(module);
        gate.setReady(true);
    }

    @Override
    protected void before() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/crm/api/" + module);
        FilterHolder filter = new FilterHolder(new ModuleFilter(module, gate, entrance));
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        ServletHolder resources = new ServletHolder(servlet);
        resources.setAsyncSupported(true);
        context.addServlet(resources, "/v1/*");
        ServletHolder fallback = new ServletHolder(new FallbackServlet(true));
        fallback.setAsyncSupported(true);
        context.addServlet(fallback, "/");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @Override
    protected void after() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        entrance.close();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + connector.getLocalPort() + "/crm/api/" + module + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Tells who calls, or fails as it is asked to. */
    private final class Resources extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/fail" -> throw new IllegalStateException("secret detail");
                case "/slow" -> slow(request, response);
                case "/endless" -> {
                    request.setAttribute(EndlessAnswer.ATTRIBUTE, true);
                    AsyncContext async = request.startAsync();
                    end.set(async::complete);
                }
                default -> tell(response);
            }
        }

        private void slow(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                tell(response);
            } else {
                AsyncContext async = request.startAsync();
                end.set(async::dispatch);
            }
        }

        private void tell(HttpServletResponse response) throws IOException {
            String name = Callers.current().map(Caller::name).orElse("nobody");
            response.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Serves every request as if it had no key. */
    private static final class NothingKept implements Replies {

        @Override
        public Optional<Reply> find(RequestKey key) {
            return Optional.empty();
        }

        @Override
        public Reply keep(RequestKey key, Supplier<Reply> work) {
            return work.get();
        }

        @Override
        public Reply keepAfterwards(RequestKey key, Supplier<Reply> work) {
            return work.get();
        }
    }

    /** Ada, and nobody else. */
    private static final class OneUser implements SignIn {

        private static final Caller ADA = new Caller("ada", Set.of("manager"));

        @Override
        public Optional<Caller> authenticate(String user, String password) {
            if (user.equals("hasty")) {
                throw new TooManyRequestsException(Duration.ofSeconds(7));
            }
            return user.equals("ada") && password.equals("sec:ret张") ? Optional.of(ADA) : Optional.empty();
        }

        @Override
        public Optional<Session> open(String user, String password, Origin from) {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> apiKey(String token) {
            return token.equals("crm_K") ? Optional.of(new Caller("ada:erp", Set.of("manager"))) : Optional.empty();
        }

        @Override
        public Optional<Session> session(String token) {
            return token.equals("T") ? Optional.of(new Session("T", "C", ADA, Instant.MAX)) : Optional.empty();
        }

        @Override
        public void close(String token) {
            // nothing is kept
        }
    }
}
