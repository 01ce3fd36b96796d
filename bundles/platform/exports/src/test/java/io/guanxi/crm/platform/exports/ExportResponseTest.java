package io.guanxi.crm.platform.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Application;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ExportResponseTest {

    private static final String ADDRESS = "local://exports";

    private final Server server = start();

    /** A list that is also a file. */
    @Path("things")
    public static class ThingResource {

        @GET
        @Produces("application/json")
        public String list() {
            return "[]";
        }

        @GET
        @Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
        public Response export(@Context HttpHeaders headers, @Context UriInfo uri) {
            Things things = new Things(1);
            return ExportResponse.of(things, things.all(), headers, uri);
        }
    }

    private static Server start() {
        Application application = new Application() {
            @Override
            public Set<Object> getSingletons() {
                return Set.of(new ThingResource());
            }
        };
        JAXRSServerFactoryBean factory = ResourceUtils.createApplication(application, false, false, false, null);
        factory.setAddress(ADDRESS);
        return factory.create();
    }

    @Before
    public void signIn() {
        Callers.bind(Caller.system("test"));
    }

    @After
    public void stop() {
        Callers.bind(null);
        server.destroy();
    }

    @Test
    public void whoeverTakesAnythingGetsJson() {
        for (String accept : List.of("*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            assertThat(get(accept, "").readEntity(String.class)).as(accept).isEqualTo("[]");
        }
    }

    @Test
    public void answersInTheFormatAskedFor() {
        for (ExportFormat format : ExportFormat.values()) {
            Response answer = get(format.mediaType(), "");
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeaderString("Content-Type")).startsWith(format.mediaType());
            assertThat(answer.getHeaderString("Content-Disposition"))
                    .matches("attachment; filename=\"things-[0-9-]{10}\\." + format.extension() + "\"");
        }
    }

    @Test
    public void labelsInTheCallersLanguageUnlessCodesAreAskedFor() {
        assertThat(get("text/csv", "").readEntity(String.class)).contains("名称,价格");
        assertThat(get("text/csv", "header=code").readEntity(String.class)).contains("name,price");
    }

    private static Response get(String accept, String query) {
        WebClient client = WebClient.create(ADDRESS).path("/things");
        client.replaceQuery(query);
        WebClient.getConfig(client).getRequestContext().put(LocalConduit.DIRECT_DISPATCH, true);
        return client.header("Accept", accept).acceptLanguage("zh-CN").get();
    }
}
