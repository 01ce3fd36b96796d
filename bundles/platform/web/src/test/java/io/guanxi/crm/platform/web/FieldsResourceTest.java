package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.fields.values.JdbcValueStore;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.core.Response;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class FieldsResourceTest {

    private static final String ADDRESS = "local://fields";
    private static final String RATING =
            """
            {"type":"customer","code":"rating","fieldType":"choice","label":{"en":"Rating","zh":"评级"},"indexed":true,
             "choices":[{"code":"a","label":{"en":"Good","zh":"好"}},{"code":"b","label":{"en":"Bad","zh":"差"}}]}""";

    @Rule
    public final TestDatabase database = new TestDatabase("fields");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JdbcFieldCatalog catalog;
    private Server server;

    @Before
    public void start() {
        catalog = new JdbcFieldCatalog(
                database.dataSource(), database.transactions(), new RecordedOutbox(), new OpenAccess());
        catalog.addType(new Customers());
        catalog.addStore(new JdbcValueStore("customer", database.jdbc(), "CRM_CUSTOMER_CUSTOMER"));
        JAXRSServerFactoryBean factory = ResourceUtils.createApplication(
                new Fields(new FieldsResource(
                        Neighbour.fixed(catalog), Neighbour.fixed(catalog), Neighbour.fixed(new OpenAccess()))),
                false,
                false,
                false,
                null);
        factory.setAddress(ADDRESS);
        server = factory.create();
    }

    @After
    public void stop() {
        server.destroy();
        catalog.close();
    }

    private static final class Fields extends CrmApplication {
        Fields(FieldsResource resource) {
            super(resource);
        }
    }

    @Test
    public void aFieldThatIsAddedIsListedBehindTheModulesOwn() throws IOException {
        Response answer = at("/fields").type("application/json").post(RATING);
        JsonNode rating = tree(answer);

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Location"))
                .endsWith("/fields/" + rating.get("id").asText());
        assertThat(rating.get("code").asText()).isEqualTo("custom.rating");
        assertThat(rating.get("indexed").asBoolean()).isTrue();
        assertThat(rating.get("sortable").asBoolean()).isTrue();
        assertThat(rating.get("filterable").asBoolean()).isTrue();
        JsonNode items = tree(at("/fields", "type=customer").get()).get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).toString())
                .isEqualTo("{\"type\":\"customer\",\"code\":\"name\",\"fieldType\":\"text\","
                        + "\"label\":{\"en\":\"Name\",\"zh\":\"名称\"},\"required\":false,\"unique\":false,"
                        + "\"access\":\"write\",\"readOnly\":false,\"filterable\":false,\"sortable\":false,\"listed\":false,"
                        + "\"personal\":false,\"choices\":[],\"many\":false,\"custom\":false}");
        assertThat(items.get(1)).isEqualTo(rating);
        assertThat(tree(at("/fields").get()).get("items")).hasSize(2);
    }

    @Test
    public void isChangedByMergePatchRetiredAndRestored() throws IOException {
        String one = "/fields/"
                + tree(at("/fields").type("application/json").post(RATING))
                        .get("id")
                        .asText();

        Response patched = patch(
                one,
                "{\"label\":{\"en\":\"Grade\"},\"choices\":["
                        + "{\"code\":\"b\",\"label\":{\"en\":\"Bad\",\"zh\":\"差\"}},"
                        + "{\"code\":\"a\",\"label\":{\"en\":\"Good\",\"zh\":\"好\"},\"retired\":true}]}");
        assertThat(patched.getHeaderString("ETag")).isEqualTo("\"2\"");
        JsonNode field = tree(patched);
        assertThat(field.get("label").toString()).isEqualTo("{\"en\":\"Grade\",\"zh\":\"评级\"}");
        assertThat(field.at("/choices/1/retired").asBoolean()).isTrue();
        assertThat(patch(one, "{}").getStatus()).isEqualTo(412);
        assertThat(at(one).header("If-Match", "\"2\"")
                        .type("application/json")
                        .invoke("PATCH", "{\"id\":\"7\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(at(one).header("If-Match", "\"2\"")
                        .type("application/json")
                        .invoke("PATCH", "{\"fieldType\":\"text\",\"choices\":[]}")
                        .getStatus())
                .isEqualTo(422);

        assertThat(at(one).delete().getStatus()).isEqualTo(204);
        assertThat(tree(at("/fields", "type=customer").get()).get("items")).hasSize(1);
        assertThat(tree(at("/fields", "type=customer&retired=true").get()).get("items"))
                .hasSize(2);
        assertThat(at(one + "/restore").type("application/json").post("").getStatus())
                .isEqualTo(200);
        assertThat(tree(at("/fields", "type=customer").get()).get("items")).hasSize(2);
    }

    @Test
    public void namesWhatIsWrongWithADefinition() throws IOException {
        JsonNode problem = tree(at("/fields").type("application/json").post("{\"fieldType\":\"text\"}"));
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("errors"))
                .extracting(e -> e.get("field").asText())
                .containsExactly("code", "label.en", "label.zh", "type");
        assertThat(at("/fields")
                        .type("application/json")
                        .post("{\"fieldType\":\"picture\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(at("/fields/4711").get().getStatus()).isEqualTo(404);
        assertThat(at("/fields/4711").delete().getStatus()).isEqualTo(404);
    }

    private static Response patch(String path, String body) {
        return at(path).header("If-Match", "\"1\"")
                .type("application/merge-patch+json")
                .invoke("PATCH", body);
    }

    private static WebClient at(String path) {
        WebClient client = WebClient.create(ADDRESS).path(path);
        WebClient.getConfig(client).getRequestContext().put(LocalConduit.DIRECT_DISPATCH, true);
        return client;
    }

    private static WebClient at(String path, String query) {
        return at(path).replaceQuery(query);
    }

    private static JsonNode tree(Response answer) throws IOException {
        return new ObjectMapper().readTree(answer.readEntity(String.class));
    }

    /** Customers with a name. */
    private static final class Customers implements RecordType {

        @Override
        public String code() {
            return "customer";
        }

        @Override
        public Text label() {
            return new Text("Customer", "客户");
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.of("name", FieldType.TEXT, "Name", "名称", FieldUse.PLAIN));
        }

        @Override
        public boolean takesCustomFields() {
            return true;
        }
    }
}
