package io.guanxi.crm.platform.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.LocalServer;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.platform.views.service.JdbcListViews;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class ViewsResourceTest {

    private static final String LOST =
            """
            {"list":"customer","name":"流失","columns":["name","custom.rating"],"q":"张","filter":"stage==lost",
             "sort":"-createdAt","quick":{"kind":"company"},"default":true}""";

    private final TestDatabase database = new TestDatabase("views");
    private final LocalServer server = new LocalServer(this::application);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);

    @Test
    public void whatWasSentIsWhatIsListed() {
        Response created = server.post("/views", LOST);
        JsonNode view = tree(created, 201);

        assertThat(created.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(created.getHeaderString("Location"))
                .endsWith("/views/" + view.get("id").asText());
        tree(Response.ok(LOST).build(), 200).properties().forEach(field -> assertThat(view.get(field.getKey()))
                .isEqualTo(field.getValue()));
        assertThat(view.get("shared").asBoolean()).isFalse();
        assertThat(view.get("owner").asText()).isEqualTo("admin");
        assertThat(tree(server.get("/views?list=customer"), 200).at("/items/0")).isEqualTo(view);
        assertThat(tree(server.get("/views?list=order"), 200).get("items")).isEmpty();
        assertThat(fields(server.get("/views"), 400)).containsExactly("list");
    }

    @Test
    public void changesAndDeletesByTheConventions() {
        String path =
                "/views/" + tree(server.post("/views", LOST), 201).get("id").asText();

        assertThat(server.patch(path, "", "{}").getStatus()).isEqualTo(428);
        assertThat(fields(server.patch(path, "\"1\"", "{\"owner\":\"eve\"}"), 400))
                .containsExactly("owner");
        assertThat(fields(server.patch(path, "\"1\"", "{\"list\":\"order\"}"), 422))
                .containsExactly("list");
        JsonNode changed =
                tree(server.patch(path, "\"1\"", "{\"shared\":true,\"filter\":null,\"default\":false}"), 200);
        assertThat(changed.get("shared").asBoolean()).isTrue();
        assertThat(changed.get("default").asBoolean()).isFalse();
        assertThat(changed.has("filter")).isFalse();
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(server.patch(path, "\"1\"", "{\"name\":\"x\"}").getStatus()).isEqualTo(412);
        assertThat(server.delete(path).getStatus()).isEqualTo(204);
        assertThat(server.get(path).getStatus()).isEqualTo(404);
    }

    @Test
    public void othersMakeASharedOneTheirDefaultAndNoMore() {
        String shared = LOST.replace("\"default\":true", "\"shared\":true");
        String path =
                "/views/" + tree(server.post("/views", shared), 201).get("id").asText();

        Callers.runAs(new Caller("eve", Set.of("auditor")), () -> {
            JsonNode mine = tree(server.patch(path, "\"1\"", "{\"default\":true}"), 200);
            assertThat(mine.get("default").asBoolean()).isTrue();
            assertThat(server.patch(path, "\"1\"", "{\"name\":\"x\"}").getStatus())
                    .isEqualTo(403);
            assertThat(server.delete(path).getStatus()).isEqualTo(403);
        });
        assertThat(tree(server.get(path), 200).get("default").asBoolean()).isFalse();
    }

    @Test
    public void goesThroughThemPageByPage() {
        for (String name : new String[] {"c", "a", "b"}) {
            server.post("/views", "{\"list\":\"customer\",\"name\":\"" + name + "\"}");
        }
        JsonNode first = tree(server.get("/views?list=customer&limit=2"), 200);
        assertThat(first.get("items"))
                .extracting(view -> view.get("name").asText())
                .containsExactly("a", "b");
        JsonNode second = tree(
                server.get("/views?list=customer&limit=2&after="
                        + first.get("next").asText()),
                200);
        assertThat(second.get("items"))
                .extracting(view -> view.get("name").asText())
                .containsExactly("c");
        assertThat(second.has("next")).isFalse();
    }

    private CrmApplication application() {
        return new Views(new ViewsResource(
                Neighbour.fixed(new JdbcListViews(database.dataSource(), database.transactions(), new OpenAccess()))));
    }

    private static final class Views extends CrmApplication {
        Views(ViewsResource resource) {
            super(resource);
        }
    }
}
