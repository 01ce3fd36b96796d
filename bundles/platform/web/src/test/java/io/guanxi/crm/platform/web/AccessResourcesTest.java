package io.guanxi.crm.platform.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.service.SecurityOnDatabase;
import io.guanxi.crm.platform.testing.LocalServer;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.ws.rs.core.Response;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class AccessResourcesTest {

    private static final String ADA =
            """
            {"name":"ada","password":"long enough","fullName":"艾达","email":"ada@example.org",
             "roles":["sales","service"],"language":"zh-CN","timeZone":"Asia/Shanghai"}""";

    private final TestDatabase database = new TestDatabase("security");
    private final LocalServer server = new LocalServer(this::application);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);

    @Test
    public void aUserIsShownAsSentButForThePassword() {
        Response created = server.post("/users", ADA);
        JsonNode user = tree(created, 201);

        assertThat(created.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(created.getHeaderString("Location"))
                .endsWith("/users/" + user.get("id").asText());
        assertThat(user.get("fullName").asText()).isEqualTo("艾达");
        assertThat(user.get("roles").toString()).isEqualTo("[\"sales\",\"service\"]");
        assertThat(user.get("enabled").asBoolean()).isTrue();
        assertThat(user.toString()).doesNotContain("assword");
        assertThat(tree(server.get("/users?filter=roles==sales&sort=-fullName&count=true"), 200)
                        .at("/items/0"))
                .isEqualTo(user);
        assertThat(tree(server.get("/users?q=example"), 200).get("items")).hasSize(1);
        assertThat(tree(server.get("/users?filter=roles==auditor"), 200).get("items"))
                .isEmpty();
    }

    @Test
    public void aUserIsChangedByTheConventions() {
        String path =
                "/users/" + tree(server.post("/users", ADA), 201).get("id").asText();

        assertThat(server.patch(path, "", "{}").getStatus()).isEqualTo(428);
        for (String fixed : List.of("id", "version", "createdBy", "updatedAt", "name")) {
            assertThat(fields(server.patch(path, "\"1\"", "{\"" + fixed + "\":\"77\"}"), 400))
                    .containsExactly(fixed);
        }
        assertThat(fields(server.patch(path, "\"1\"", "{\"password\":\"another long one\"}"), 400))
                .containsExactly("password");
        assertThat(fields(server.patch(path, "\"1\"", "{\"departmentId\":\"4711\"}"), 422))
                .containsExactly("departmentId");
        assertThat(fields(server.patch(path, "\"1\"", "{\"departmentId\":\"x\"}"), 400))
                .containsExactly("departmentId");
        assertThat(fields(server.patch(path, "\"1\"", "{\"roles\":[\"root\"]}"), 422))
                .containsExactly("roles");
        JsonNode changed = tree(server.patch(path, "\"1\"", "{\"enabled\":false,\"fullName\":null}"), 200);
        assertThat(changed.get("enabled").asBoolean()).isFalse();
        assertThat(changed.has("fullName")).isFalse();
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(server.patch(path, "\"1\"", "{\"enabled\":true}").getStatus())
                .isEqualTo(412);
        assertThat(server.delete(path).getStatus()).isEqualTo(405);
        assertThat(server.post(path + "/password", "{\"password\":\"another long one\"}")
                        .getStatus())
                .isEqualTo(204);
        assertThat(fields(server.post(path + "/password", "{\"password\":\"short\"}"), 422))
                .containsExactly("password");
        assertThat(server.post("/users/4711/password", "{\"password\":\"another long one\"}")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    public void aCreateTakesNothingThatTheSystemSets() {
        for (String fixed : List.of("id", "version", "createdBy", "createdAt", "updatedBy")) {
            for (String path : List.of("/users", "/departments", "/teams")) {
                assertThat(fields(server.post(path, "{\"name\":\"x\",\"" + fixed + "\":\"1\"}"), 400))
                        .containsExactly(fixed);
            }
        }
        for (String fixed : List.of("id", "version", "shipped", "changed", "fixed")) {
            assertThat(fields(server.post("/roles", "{\"code\":\"x\",\"" + fixed + "\":\"1\"}"), 400))
                    .containsExactly(fixed);
        }
    }

    @Test
    public void whatARoleIsGivenAsNullItIsNotGiven() {
        JsonNode made = tree(
                server.post(
                        "/roles",
                        "{\"code\":\"nothing\",\"label\":{\"en\":\"N\",\"zh\":\"无\"},"
                                + "\"grants\":{\"announcement\":null},\"fields\":{\"announcement\":{\"text\":null},\"x\":null}}"),
                201);
        assertThat(made.get("grants")).isEmpty();
        assertThat(made.get("fields")).isEmpty();
    }

    @Test
    public void theLastAdministratorStays() {
        String root = ADA.replace("[\"sales\",\"service\"]", "[\"administrator\"]");
        String path =
                "/users/" + tree(server.post("/users", root), 201).get("id").asText();

        for (String patch : List.of("{\"enabled\":false}", "{\"roles\":[\"sales\"]}")) {
            assertThat(tree(server.patch(path, "\"1\"", patch), 409).get("type").asText())
                    .endsWith("last-administrator");
        }
        assertThat(tree(server.get(path), 200).get("version").asInt()).isEqualTo(1);
    }

    @Test
    public void departmentsAreATree() {
        String sales = department("销售部", "");
        String east = department("华东区", ",\"parentId\":\"" + sales + "\"");
        String service = department("客服部", "");

        assertThat(values(server.get("/departments"), "name")).containsSubsequence("销售部", "华东区");
        JsonNode first = tree(server.get("/departments?limit=2"), 200);
        assertThat(values(
                        server.get("/departments?limit=2&after="
                                + first.get("next").asText()),
                        "name"))
                .hasSize(1);
        assertThat(fields(server.patch("/departments/" + sales, "\"1\"", "{\"parentId\":\"" + east + "\"}"), 409))
                .containsExactly("parentId");
        assertThat(tree(server.delete("/departments/" + sales), 409).get("type").asText())
                .endsWith("department-in-use");
        JsonNode moved = tree(server.patch("/departments/" + east, "\"1\"", "{\"parentId\":\"" + service + "\"}"), 200);
        assertThat(moved.get("parentId").asText()).isEqualTo(service);
        assertThat(tree(server.patch("/departments/" + east, "\"2\"", "{\"parentId\":null}"), 200)
                        .has("parentId"))
                .isFalse();
        assertThat(server.delete("/departments/" + sales).getStatus()).isEqualTo(204);
        assertThat(server.get("/departments/" + sales).getStatus()).isEqualTo(404);
        assertThat(fields(server.patch("/departments/" + east, "\"3\"", "{\"version\":9}"), 400))
                .containsExactly("version");
    }

    @Test
    public void teamsHaveMembers() {
        String ada = tree(server.post("/users", ADA), 201).get("id").asText();
        Response created = server.post("/teams", "{\"name\":\"试点\",\"memberIds\":[\"" + ada + "\"]}");
        JsonNode team = tree(created, 201);
        String path = "/teams/" + team.get("id").asText();

        assertThat(created.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(team.get("memberIds").get(0).asText()).isEqualTo(ada);
        assertThat(tree(server.get(path), 200)).isEqualTo(team);
        assertThat(tree(server.get("/teams?limit=1"), 200).at("/items/0")).isEqualTo(team);
        assertThat(server.patch(path, "", "{}").getStatus()).isEqualTo(428);
        assertThat(fields(server.patch(path, "\"1\"", "{\"memberIds\":[\"4711\"]}"), 422))
                .containsExactly("memberIds");
        assertThat(fields(server.patch(path, "\"1\"", "{\"memberIds\":[\"x\"]}"), 400))
                .containsExactly("memberIds[0]");
        for (String fixed : List.of("id", "version", "createdBy", "updatedAt")) {
            assertThat(fields(server.patch(path, "\"1\"", "{\"" + fixed + "\":\"77\"}"), 400))
                    .containsExactly(fixed);
        }
        JsonNode left = tree(server.patch(path, "\"1\"", "{\"memberIds\":[]}"), 200);
        assertThat(left.get("memberIds")).isEmpty();
        assertThat(left.get("name").asText()).isEqualTo("试点");
        assertThat(server.patch(path, "\"1\"", "{\"name\":\"x\"}").getStatus()).isEqualTo(412);
        assertThat(fields(server.post("/teams", "{\"name\":\"试点\"}"), 409)).containsExactly("name");
        assertThat(server.delete(path).getStatus()).isEqualTo(204);
        assertThat(server.get(path).getStatus()).isEqualTo(404);
    }

    @Test
    public void whatSomebodyMayDoIsShown() {
        String ada = tree(server.post("/users", ADA), 201).get("id").asText();

        JsonNode user = tree(server.get("/users/" + ada + "/preview"), 200);

        assertThat(user.get("name").asText()).isEqualTo("ada");
        assertThat(user.get("roles").toString()).isEqualTo("[\"sales\",\"service\"]");
        assertThat(StreamSupport.stream(user.get("rights").spliterator(), false)
                        .map(one -> one.get("type").asText() + " " + one.get("actions"))
                        .toList())
                .contains("department {\"read\":\"all\"}")
                .noneMatch(one -> one.startsWith("user "));
        assertThat(user.get("managed")).isNull();
        assertThat(tree(server.get("/roles/1/preview"), 200).get("rights").toString())
                .contains("\"configure\":\"all\"");
        assertThat(server.get("/users/4711/preview").getStatus()).isEqualTo(404);
        assertThat(server.get("/roles/4711/preview").getStatus()).isEqualTo(404);
    }

    @Test
    public void systemsThatUsersComeFromAreTakenOver() {
        assertThat(tree(server.get("/identity-providers"), 200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("oa");
        JsonNode report = tree(server.post("/identity-providers/oa/sync", ""), 200);
        assertThat(report.at("/users/created").asInt()).isEqualTo(1);
        assertThat(report.at("/conflicts/0/code").asText()).isEqualTo("unknown-role");
        assertThat(tree(server.get("/identity-providers"), 200).at("/items/0/last"))
                .isEqualTo(report);
        JsonNode user = tree(server.get("/users?filter=name==outside"), 200).at("/items/0");
        assertThat(user.get("source").asText()).isEqualTo("oa");
        assertThat(user.get("managed").toString()).contains("roles");
        String path = "/users/" + user.get("id").asText();
        assertThat(fields(server.patch(path, "\"1\"", "{\"enabled\":false}"), 422))
                .containsExactly("enabled");
        assertThat(server.post("/identity-providers/none/sync", "").getStatus()).isEqualTo(404);
    }

    @Test
    public void rolesAreReadChangedAndReset() {
        JsonNode sales = StreamSupport.stream(
                        tree(server.get("/roles"), 200).get("items").spliterator(), false)
                .filter(role -> role.get("code").asText().equals("sales"))
                .findFirst()
                .orElseThrow();
        String path = "/roles/" + sales.get("id").asText();
        assertThat(sales.at("/label/zh").asText()).isEqualTo("销售");

        JsonNode changed =
                tree(server.patch(path, "\"1\"", "{\"grants\":{\"customer\":[\"read\"],\"order\":null}}"), 200);

        assertThat(changed.at("/grants/customer").toString()).isEqualTo("[\"read\"]");
        assertThat(changed.at("/grants").has("order")).isFalse();
        assertThat(changed.at("/grants/person")).isEqualTo(sales.at("/grants/person"));
        assertThat(changed.get("changed").asBoolean()).isTrue();
        assertThat(fields(server.patch(path, "\"2\"", "{\"grants\":{\"nothing\":[\"read\"]}}"), 422))
                .containsExactly("grants.nothing");
        assertThat(server.patch(path, "\"2\"", "{\"grants\":{\"customer\":[\"fly\"]}}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(fields(server.patch(path, "\"2\"", "{\"code\":\"root\"}"), 400))
                .containsExactly("code");
        assertThat(tree(server.post(path + "/reset", ""), 200).get("grants")).isEqualTo(sales.get("grants"));
        assertThat(tree(server.delete(path), 409).get("type").asText()).endsWith("shipped-role");
    }

    @Test
    public void rolesOfOnesOwnComeAndGo() {
        String editors = "{\"code\":\"editors\",\"label\":{\"en\":\"Editors\",\"zh\":\"编辑\"},"
                + "\"grants\":{\"announcement\":[\"read\",\"update\"]}}";
        JsonNode made = tree(server.post("/roles", editors), 201);

        assertThat(made.at("/grants/announcement").toString()).isEqualTo("[\"read\",\"update\"]");
        assertThat(fields(server.post("/roles", editors), 409)).containsExactly("code");
        assertThat(fields(server.post("/roles", "{}"), 422)).containsExactly("code", "label.en", "label.zh");
        tree(server.post("/users", ADA.replace("\"service\"", "\"editors\"")), 201);
        String path = "/roles/" + made.get("id").asText();
        assertThat(tree(server.delete(path), 409).get("type").asText()).endsWith("role-in-use");
    }

    @Test
    public void theMatrixNamesTypesAndActions() {
        JsonNode matrix = tree(server.get("/roles/matrix"), 200);

        assertThat(matrix.get("actions").toString()).contains("\"read\"", "\"merge\"", "\"share\"", "\"bulk\"");
        JsonNode announcement = StreamSupport.stream(matrix.get("types").spliterator(), false)
                .filter(type -> type.get("type").asText().equals("announcement"))
                .findFirst()
                .orElseThrow();
        assertThat(announcement.at("/label/zh").asText()).isEqualTo("公告");
        assertThat(announcement.get("actions").toString()).contains("\"read\"").doesNotContain("configure");
    }

    @Test
    public void oneChangesOneselfAndNothingThatOneMay() {
        asAda(() -> {
            Response answer = server.get("/me");
            JsonNode me = tree(answer, 200);
            assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
            assertThat(me.get("fullName").asText()).isEqualTo("艾达");
            assertThat(me.get("timeZone").asText()).isEqualTo("Asia/Shanghai");
            JsonNode changed = tree(server.patch("/me", "\"1\"", "{\"language\":\"en\",\"timeZone\":null}"), 200);
            assertThat(changed.get("language").asText()).isEqualTo("en");
            assertThat(changed.has("timeZone")).isFalse();
            assertThat(server.patch("/me", "\"1\"", "{}").getStatus()).isEqualTo(412);
            for (String fixed : List.of("id", "version", "name", "roles", "email", "departmentId")) {
                assertThat(fields(server.patch("/me", "\"2\"", "{\"" + fixed + "\":\"7\"}"), 400))
                        .containsExactly(fixed);
            }
            assertThat(fields(server.patch("/me", "\"2\"", "{\"enabled\":false}"), 400))
                    .containsExactly("enabled");
            assertThat(fields(server.patch("/me", "\"2\"", "{\"timeZone\":\"'; DROP\"}"), 422))
                    .containsExactly("timeZone");
            assertThat(tree(server.get("/me/sessions"), 200).get("items")).isEmpty();
            assertThat(server.delete("/me/sessions/0123456789abcdef").getStatus())
                    .isEqualTo(404);
            assertThat(server.delete("/me/sessions").getStatus()).isEqualTo(204);
        });
        assertThat(server.patch("/me", "\"1\"", "{}").getStatus()).isEqualTo(403);
        assertThat(tree(server.get("/me"), 200).has("version")).isFalse();
    }

    @Test
    public void aKeyIsShownOnceAndCalls() {
        asAda(() -> {
            Response created = server.post("/api-keys", "{\"name\":\"erp\",\"roles\":[\"sales\"]}");
            JsonNode key = tree(created, 201);
            assertThat(created.getHeaderString("X-Secret-Answer")).isNotNull();
            String token = key.get("token").asText();
            String path = "/api-keys/" + key.get("id").asText();

            assertThat(security().signIn().apiKey(token).orElseThrow().name()).isEqualTo("ada:erp");
            assertThat(tree(server.get(path), 200).has("token")).isFalse();
            assertThat(tree(server.get("/api-keys"), 200).at("/items/0/name").asText())
                    .isEqualTo("erp");
            assertThat(fields(server.post("/api-keys", "{\"roles\":[\"administrator\"]}"), 422))
                    .containsExactly("name", "roles");
            for (String fixed : List.of("id", "owner", "token", "createdAt")) {
                assertThat(fields(server.post("/api-keys", "{\"" + fixed + "\":\"7\"}"), 400))
                        .containsExactly(fixed);
            }
            assertThat(server.delete(path).getStatus()).isEqualTo(204);
            assertThat(server.get(path).getStatus()).isEqualTo(404);
            assertThat(security().signIn().apiKey(token)).isEmpty();
        });
    }

    private void asAda(Runnable work) {
        long id = tree(server.post("/users", ADA), 201).get("id").asLong();
        Callers.runAs(new Caller("ada", Set.of("sales", "service"), Optional.of(id), Optional.empty()), work);
    }

    @Test
    public void whoMayNotIsRefused() {
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> {
            assertThat(server.get("/users").getStatus()).isEqualTo(403);
            assertThat(server.post("/users", ADA).getStatus()).isEqualTo(403);
            assertThat(server.get("/roles").getStatus()).isEqualTo(403);
            assertThat(server.get("/roles/matrix").getStatus()).isEqualTo(403);
            assertThat(server.get("/departments").getStatus()).isEqualTo(200);
            assertThat(server.post("/departments", "{\"name\":\"x\"}").getStatus())
                    .isEqualTo(403);
        });
    }

    private String department(String name, String more) {
        return tree(server.post("/departments", "{\"name\":\"" + name + "\"" + more + "}"), 201)
                .get("id")
                .asText();
    }

    private static List<String> values(Response answer, String field) {
        return StreamSupport.stream(tree(answer, 200).get("items").spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private SecurityOnDatabase security() {
        return new SecurityOnDatabase(database);
    }

    private CrmApplication application() {
        SecurityOnDatabase security = security();
        return new Resources(
                new UsersResource(
                        Neighbour.fixed(security.users()), Neighbour.fixed(security.previews()), Clock.systemUTC()),
                new IdentityProvidersResource(Neighbour.fixed(security.identities())),
                new DepartmentsResource(Neighbour.fixed(security.departments())),
                new TeamsResource(Neighbour.fixed(security.teams())),
                new RolesResource(Neighbour.fixed(security.roles()), Neighbour.fixed(security.previews())),
                new MeResource(Neighbour.fixed(security.account())),
                new ApiKeysResource(Neighbour.fixed(security.keys())));
    }

    private static final class Resources extends CrmApplication {
        Resources(Object... resources) {
            super(resources);
        }
    }
}
