package io.guanxi.crm.reporting.web;

import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.LocalServer;
import org.junit.Rule;
import org.junit.Test;

/** The application as CXF runs it, over its in-memory transport. */
public class ReportingApplicationTest {

    private static final String REVENUE = "/reports/revenue-by-month/run";
    private static final String CELLS = "/reports/customers-by-rfm-cell/run";

    @Rule
    public final LocalServer server =
            new LocalServer(() -> new ReportingApplication(Neighbour.fixed(new TestReports())));

    @Test
    public void listsReportsInTheReadersLanguage() {
        assertThat(tree(server.get("/reports"), 200).at("/items/0/title").asText())
                .isEqualTo("Revenue by month");
        assertThat(tree(server.getIn("zh-CN", "/reports"), 200)
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("月度收入");
    }

    @Test
    public void showsRevenueByMonth() {
        assertThat(tree(server.get(REVENUE + "?from=2011-11&tz=UTC&currency=GBP"), 200)
                        .toString())
                .isEqualTo("{\"report\":\"revenue-by-month\",\"currency\":\"GBP\",\"tz\":\"UTC\",\"rows\":[{\"month\":"
                        + "\"2011-11\",\"revenue\":{\"amount\":\"1161817.38\",\"currency\":\"GBP\"},"
                        + "\"orders\":2657,\"customers\":1664}]}");
    }

    @Test
    public void showsCustomersByRfmCell() {
        assertThat(tree(server.get(CELLS + "?asOf=2011-12-10"), 200).toString())
                .isEqualTo("{\"report\":\"customers-by-rfm-cell\",\"asOf\":\"2011-12-10\",\"bins\":5,"
                        + "\"currency\":\"GBP\",\"rows\":[{\"r\":5,\"f\":1,\"customers\":0,"
                        + "\"revenue\":{\"amount\":\"0.00\",\"currency\":\"GBP\"}}]}");
    }

    @Test
    public void namesTheParameterThatIsWrong() {
        for (String wrong : new String[] {
            REVENUE + "?from=2011-13", REVENUE + "?to=2011-01&from=2012-01", REVENUE + "?tz=Mars",
            REVENUE + "?currency=pounds", CELLS + "?bins=1", CELLS + "?asOf=today"
        }) {
            JsonNode problem = tree(server.get(wrong), 400);
            String parameter = wrong.substring(wrong.indexOf('?') + 1, wrong.indexOf('='));
            assertThat(problem.at("/errors/0/field").asText()).as(wrong).isEqualTo(parameter);
        }
    }

    @Test
    public void knowsNoOtherReport() {
        tree(server.get("/reports/none/run"), 404);
    }
}
