package io.guanxi.crm.segmentation.web;

import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.LocalServer;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import org.junit.Rule;
import org.junit.Test;

/** The application as CXF runs it, over its in-memory transport. */
public class SegmentationApplicationTest {

    private final TestRfm rfm = new TestRfm();

    @Rule
    public final LocalServer server = new LocalServer(() -> new SegmentationApplication(
            Neighbour.fixed(rfm), Neighbour.fixed(new TestGrids()), Neighbour.fixed(archive())));

    @Test
    public void showsTheCellsOfTheGrid() {
        JsonNode grid = tree(get("/rfm?asOf=2011-12-10&bins=5&tz=Asia/Shanghai&currency=gbp"), 200);

        assertThat(grid.toString())
                .isEqualTo("{\"grid\":\"default\",\"asOf\":\"2011-12-10\",\"bins\":5,\"currency\":\"GBP\","
                        + "\"customers\":3,\"computedAt\":\"2026-03-01T08:00:00Z\",\"cells\":[{\"r\":5,\"f\":4,"
                        + "\"m\":5,\"customers\":3,\"revenue\":{\"amount\":\"6.00\",\"currency\":\"GBP\"},"
                        + "\"group\":\"champions\"}]}");
        assertThat(rfm.asked.asOf()).contains(LocalDate.of(2011, 12, 10));
        assertThat(rfm.asked.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(rfm.asked.currency()).contains(Currency.getInstance("GBP"));
    }

    @Test
    public void takesTheDefaultGridWhereNothingIsAskedFor() {
        assertThat(tree(get("/rfm"), 200).get("grid").asText()).isEqualTo("default");
        assertThat(rfm.asked.bins()).isEmpty();
        assertThat(rfm.asked.asOf()).isEmpty();
    }

    @Test
    public void pagesThroughMembersWithTheirNames() {
        JsonNode first = tree(get("/rfm/members?r=5&f=4&limit=2"), 200);
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/name").asText()).isEqualTo("客户3");
        assertThat(first.at("/items/0/lastOrderAt").asText()).isEqualTo("2026-02-28T08:00:00Z");
        assertThat(first.at("/items/0/revenue/amount").asText()).isEqualTo("3.00");
        assertThat(rfm.filter.r()).isEqualTo(OptionalInt.of(5));
        assertThat(rfm.filter.m()).isEmpty();

        JsonNode second = tree(
                get("/rfm/members?r=5&f=4&limit=2&after=" + first.get("next").asText()), 200);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.at("/items/0/id").asText()).isEqualTo("1");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    public void namesTheParameterThatIsWrong() {
        for (String wrong : new String[] {
            "/rfm?bins=10",
            "/rfm?asOf=2026-02-30",
            "/rfm?tz=Mars/Base",
            "/rfm?currency=XQQ",
            "/rfm/members?r=0",
            "/rfm/members?r=6",
            "/rfm/members?limit=0",
            "/rfm/members?after=x"
        }) {
            JsonNode problem = tree(get(wrong), 400);
            String parameter = wrong.substring(wrong.indexOf('?') + 1, wrong.indexOf('='));
            assertThat(problem.at("/errors/0/field").asText()).as(wrong).isEqualTo(parameter);
        }
    }

    @Test
    public void knowsNoGridOfAnotherName() {
        assertThat(tree(get("/rfm?grid=none"), 404).get("status").asInt()).isEqualTo(404);
        assertThat(tree(get("/rfm/grids/none"), 404).get("status").asInt()).isEqualTo(404);
    }

    @Test
    public void showsTheScoresOfACustomer() {
        JsonNode scores = tree(get("/customers/2/rfm"), 200);
        assertThat(scores.get("r").asInt()).isEqualTo(5);
        assertThat(scores.get("group").asText()).isEqualTo("champions");
        assertThat(scores.get("orders").asInt()).isEqualTo(2);
    }

    @Test
    public void showsNoScoresOfACustomerWhoBoughtNothing() {
        JsonNode scores = tree(get("/customers/9/rfm"), 200);
        assertThat(scores.has("r")).isFalse();
        assertThat(scores.get("orders").asInt()).isZero();
    }

    @Test
    public void knowsNoStranger() {
        tree(get("/customers/10/rfm"), 404);
        tree(get("/customers/x/rfm"), 404);
    }

    @Test
    public void recomputesWhenAsked() {
        assertThat(server.post("/rfm/recompute").getStatus()).isEqualTo(202);
        assertThat(rfm.recomputed).isEqualTo(1);
    }

    @Test
    public void keepsAGrid() {
        Response answer = post("{\"name\":\"大客户 3\",\"bins\":3,\"currency\":\"USD\"}");
        assertThat(answer.getHeaderString("Location")).endsWith("/rfm/grids/%E5%A4%A7%E5%AE%A2%E6%88%B7%203");
        assertThat(tree(answer, 201).toString())
                .isEqualTo("{\"name\":\"大客户 3\",\"bins\":3,\"currency\":\"USD\","
                        + "\"createdAt\":\"2026-03-01T08:00:00Z\",\"createdBy\":\"admin\"}");
        assertThat(tree(get("/rfm/grids"), 200).get("items")).hasSize(2);
        assertThat(tree(get("/rfm/grids/%E5%A4%A7%E5%AE%A2%E6%88%B7%203"), 200)
                        .get("bins")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    public void refusesAGridThatIsNone() {
        assertThat(tree(post("{}"), 422).at("/errors/0/field").asText()).isEqualTo("name");
        assertThat(tree(post("{\"name\":\"x\",\"currency\":\"XQQ\"}"), 422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("currency");
        assertThat(tree(post("{\"name\":\"x\",\"owner\":\"me\"}"), 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("owner");
    }

    /** An archive of the customers 1 to 9 that can tell names, and nothing else. */
    private static CustomerArchive archive() {
        return (CustomerArchive) Proxy.newProxyInstance(
                CustomerArchive.class.getClassLoader(),
                new Class<?>[] {CustomerArchive.class},
                (proxy, method, args) -> {
                    if (!method.getName().equals("names")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return names((Collection<?>) args[0]);
                });
    }

    private static Map<CustomerId, String> names(Collection<?> ids) {
        return ids.stream()
                .map(CustomerId.class::cast)
                .filter(id -> id.value() < 10)
                .collect(Collectors.toMap(id -> id, id -> "客户" + id));
    }

    private Response get(String path) {
        return server.get(path);
    }

    private Response post(String body) {
        return server.post("/rfm/grids", body);
    }
}
