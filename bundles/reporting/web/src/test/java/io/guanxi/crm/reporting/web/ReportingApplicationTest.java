package io.guanxi.crm.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.modules.Neighbour;
import java.io.IOException;
import javax.ws.rs.core.Response;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The application as CXF runs it, over its in-memory transport. */
public class ReportingApplicationTest {

    private static final String ADDRESS = "local://reporting";
    private static final String REVENUE = "/reports/revenue-by-month/run";
    private static final String CELLS = "/reports/customers-by-rfm-cell/run";

    private final Server server = server();

    @Before
    public void start() {
        server.start();
    }

    @After
    public void stop() {
        server.destroy();
    }

    @Test
    public void listsReportsInTheReadersLanguage() throws IOException {
        assertThat(tree(client("/reports").get(), 200).at("/items/0/title").asText())
                .isEqualTo("Revenue by month");
        assertThat(tree(client("/reports").header("Accept-Language", "zh-CN").get(), 200)
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("月度收入");
    }

    @Test
    public void showsRevenueByMonth() throws IOException {
        assertThat(tree(client(REVENUE + "?from=2011-11&tz=UTC&currency=GBP").get(), 200)
                        .toString())
                .isEqualTo("{\"report\":\"revenue-by-month\",\"currency\":\"GBP\",\"tz\":\"UTC\",\"rows\":[{\"month\":"
                        + "\"2011-11\",\"revenue\":{\"amount\":\"1161817.38\",\"currency\":\"GBP\"},"
                        + "\"orders\":2657,\"customers\":1664}]}");
    }

    @Test
    public void showsCustomersByRfmCell() throws IOException {
        assertThat(tree(client(CELLS + "?asOf=2011-12-10").get(), 200).toString())
                .isEqualTo("{\"report\":\"customers-by-rfm-cell\",\"asOf\":\"2011-12-10\",\"bins\":5,"
                        + "\"currency\":\"GBP\",\"rows\":[{\"r\":5,\"f\":1,\"customers\":0,"
                        + "\"revenue\":{\"amount\":\"0.00\",\"currency\":\"GBP\"}}]}");
    }

    @Test
    public void namesTheParameterThatIsWrong() throws IOException {
        for (String wrong : new String[] {
            REVENUE + "?from=2011-13", REVENUE + "?to=2011-01&from=2012-01", REVENUE + "?tz=Mars",
            REVENUE + "?currency=pounds", CELLS + "?bins=1", CELLS + "?asOf=today"
        }) {
            JsonNode problem = tree(client(wrong).get(), 400);
            String parameter = wrong.substring(wrong.indexOf('?') + 1, wrong.indexOf('='));
            assertThat(problem.at("/errors/0/field").asText()).as(wrong).isEqualTo(parameter);
        }
    }

    @Test
    public void knowsNoOtherReport() throws IOException {
        tree(client("/reports/none/run").get(), 404);
    }

    private static Server server() {
        ReportingApplication application = new ReportingApplication(Neighbour.fixed(new TestReports()));
        JAXRSServerFactoryBean factory = ResourceUtils.createApplication(application, false, false, false, null);
        factory.setAddress(ADDRESS);
        factory.setStart(false);
        return factory.create();
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

    private static JsonNode tree(Response answer, int status) throws IOException {
        String text = answer.readEntity(String.class);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return new ObjectMapper().readTree(text);
    }
}
