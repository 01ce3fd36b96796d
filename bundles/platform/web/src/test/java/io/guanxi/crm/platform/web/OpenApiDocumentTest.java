package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.platform.http.Page;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Application;
import org.jspecify.annotations.Nullable;
import org.junit.Test;

public class OpenApiDocumentTest {

    private static final ObjectNode DOCUMENT = document();

    /** A size. */
    public enum Size {
        VERY_LARGE,
        SMALL
    }

    /** A thing on sale. */
    public record Thing(
            String id,
            MoneyView price,
            Optional<LocalDate> since,
            Instant at,
            YearMonth month,
            Optional<Size> size,
            List<Part> parts) {}

    /** A part of it. */
    public record Part(String name) {}

    /** A resource. */
    @Path("things")
    @Produces("application/json")
    public static class ThingResource {

        @GET
        public Page<Thing> list(@BeanParam ListParameters parameters, @QueryParam("size") @Nullable String size) {
            throw new UnsupportedOperationException();
        }

        @POST
        public Thing create(Thing thing) {
            return thing;
        }

        @PATCH
        @Path("{id}")
        public Thing patch(JsonNode patch) {
            throw new UnsupportedOperationException();
        }
    }

    /** Another one, which names everything as the first does. */
    public static final class OtherThings extends ThingResource {}

    @Test
    public void isAnOpenApiDocument() throws IOException {
        OpenAPI parsed = Json.mapper().readValue(DOCUMENT.toString(), OpenAPI.class);

        assertThat(parsed.getOpenapi()).isEqualTo("3.0.3");
        assertThat(parsed.getPaths().keySet())
                .contains(
                        "/crm/api/alpha/v1/things",
                        "/crm/api/alpha/v1/things/{id}",
                        "/crm/api/beta/v1/things",
                        "/crm/api/platform/v1/session",
                        "/crm/api/platform/v1/imports/{id}/rejects",
                        "/crm/api/platform/v1/events");
        List<String> ids = parsed.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(parsed.getComponents().getSecuritySchemes()).containsOnlyKeys("session", "basic", "apiKey");
    }

    @Test
    public void refersToNothingThatIsMissing() {
        List<String> refs = new ArrayList<>();
        collect(DOCUMENT, refs);

        assertThat(refs).isNotEmpty().allSatisfy(ref -> assertThat(
                        DOCUMENT.at(ref.substring(1)).isMissingNode())
                .as(ref)
                .isFalse());
    }

    @Test
    public void describesValuesAsTheyAreOnTheWire() {
        JsonNode thing = DOCUMENT.at("/components/schemas/alpha.Thing/properties");

        assertThat(thing.at("/price/$ref").asText()).isEqualTo("#/components/schemas/alpha.MoneyView");
        assertThat(DOCUMENT.at("/components/schemas/alpha.MoneyView/properties/amount/type")
                        .asText())
                .isEqualTo("string");
        assertThat(thing.at("/since/format").asText()).isEqualTo("date");
        assertThat(thing.at("/at/format").asText()).isEqualTo("date-time");
        assertThat(thing.at("/month/type").asText()).isEqualTo("string");
        assertThat(thing.at("/size/enum").toString()).isEqualTo("[\"very-large\",\"small\"]");
    }

    @Test
    public void tellsWhatListsCanBeAskedFor() {
        JsonNode parameters = DOCUMENT.at("/paths/~1crm~1api~1alpha~1v1~1things/get/parameters");
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(
                parameter.get("in").asText() + " " + parameter.get("name").asText()));

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "query q",
                        "query filter",
                        "query sort",
                        "query limit",
                        "query after",
                        "query count",
                        "query fields",
                        "query tz",
                        "query size");
        assertThat(DOCUMENT.at("/components/schemas/alpha.PageThing/properties").has("items"))
                .isTrue();
        assertThat(DOCUMENT.at("/components/schemas/alpha.PageThing/properties").has("projection"))
                .isFalse();
    }

    @Test
    public void saysWhereNobodyHasToSignIn() {
        JsonNode session = DOCUMENT.at("/paths/~1crm~1api~1platform~1v1~1session/post");
        JsonNode me = DOCUMENT.at("/paths/~1crm~1api~1platform~1v1~1me/get");

        assertThat(session.path("security").toString()).isEqualTo("[]");
        assertThat(me.has("security")).isFalse();
        assertThat(me.at("/responses/4XX/$ref").asText()).isEqualTo("#/components/responses/Problem");
    }

    private static void collect(JsonNode node, List<String> refs) {
        if (node.has("$ref")) {
            refs.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, refs));
    }

    private static ObjectNode document() {
        TreeMap<String, Application> modules = new TreeMap<>();
        modules.put("alpha", new CrmApplication(new ThingResource()) {});
        modules.put("beta", new CrmApplication(new OtherThings()) {});
        modules.put("platform", Platform.application());
        return OpenApiDocument.of(modules);
    }
}
