package io.guanxi.crm.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.core.Application;
import javax.ws.rs.core.Response;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.junit.rules.ExternalResource;

/** A module's application as CXF runs it, over its in-memory transport and on the caller's thread. */
public final class LocalServer extends ExternalResource {

    private static final String ADDRESS = "local://module";

    private final Supplier<? extends Application> application;
    private Server server;

    @SuppressWarnings("NullAway.Init")
    public LocalServer(Supplier<? extends Application> application) {
        this.application = application;
    }

    @Override
    protected void before() {
        JAXRSServerFactoryBean factory = ResourceUtils.createApplication(application.get(), false, false, false, null);
        factory.setAddress(ADDRESS);
        server = factory.create();
    }

    @Override
    protected void after() {
        server.destroy();
    }

    public Response get(String path) {
        return client(path).get();
    }

    /** What a reader of this language gets. */
    public Response getIn(String language, String path) {
        return client(path).header("Accept-Language", language).get();
    }

    /** What is answered to somebody who accepts this media type only. */
    public Response get(String path, String accept) {
        return client(path).replaceHeader("Accept", accept).get();
    }

    public Response post(String path, String body) {
        return client(path).type("application/json;charset=UTF-8").post(body);
    }

    /** A merge patch; without {@code If-Match} where that is empty. */
    public Response patch(String path, String ifMatch, String body) {
        WebClient client = client(path).type("application/merge-patch+json;charset=UTF-8");
        if (!ifMatch.isEmpty()) {
            client.header("If-Match", ifMatch);
        }
        return client.invoke("PATCH", body);
    }

    /** A POST without a body. */
    public Response post(String path) {
        return client(path).post(null);
    }

    public Response delete(String path) {
        return client(path).delete();
    }

    private static WebClient client(String path) {
        String[] parts = path.split("\\?", 2);
        WebClient client = WebClient.create(ADDRESS);
        client.path(parts[0]);
        if (parts.length == 2) {
            client.replaceQuery(parts[1]);
        }
        WebClient.getConfig(client).getRequestContext().put(LocalConduit.DIRECT_DISPATCH, true);
        return client.accept("application/json", "application/problem+json");
    }

    /** The answer's body, once it is certain that the answer is the expected one. */
    public static JsonNode tree(Response answer, int status) {
        String text = answer.readEntity(String.class);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields a problem names, in order. */
    public static List<String> fields(Response answer, int status) {
        List<String> fields = new ArrayList<>();
        tree(answer, status)
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }
}
