package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.http.TestResource.Colour;
import io.guanxi.crm.platform.http.TestResource.Thing;
import io.guanxi.crm.platform.http.internal.JsonReader;
import io.guanxi.crm.platform.problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import org.junit.Test;

public class JsonTest {

    private final ObjectMapper mapper = Json.newMapper();

    @Test
    public void readsWhatItWrites() throws IOException {
        assertThat(mapper.readValue(mapper.writeValueAsString(TestResource.STORED), Thing.class)
                        .name())
                .isEqualTo(TestResource.STORED.name());
    }

    @Test
    public void takesAbsentForAbsent() {
        Thing thing = read("{\"id\":\"1\",\"version\":1,\"name\":\"x\",\"colour\":null}");

        assertThat(thing.colour()).isEmpty();
        assertThat(thing.price()).isEmpty();
        assertThat(thing.parts()).isEmpty();
    }

    @Test
    public void readsConstantsDecimalsAndTimes() {
        Thing thing = read("{\"id\":\"1\",\"version\":1,\"name\":\"x\",\"colour\":\"deep-red\",\"price\":\"1234.50\","
                + "\"at\":\"2026-03-01T16:30:00.1234+08:00\"}");

        assertThat(thing.colour()).contains(Colour.DEEP_RED);
        assertThat(thing.price()).contains(new BigDecimal("1234.50"));
        assertThat(thing.at()).contains(Instant.parse("2026-03-01T08:30:00.123Z"));
    }

    @Test
    public void namesTheFieldOfAWrongValue() {
        assertThat(refused("\"colour\":\"DEEP_RED\"")).isEqualTo("colour unknown-value");
        assertThat(refused("\"colour\":1")).startsWith("colour ");
        assertThat(refused("\"price\":12.5")).isEqualTo("price not-a-text");
        assertThat(refused("\"price\":\"1e9\"")).isEqualTo("price invalid-decimal");
        assertThat(refused("\"price\":\"NaN\"")).isEqualTo("price invalid-decimal");
        assertThat(refused("\"day\":\"2026-02-30\"")).isEqualTo("day invalid-date");
        assertThat(refused("\"day\":[2026,2,3]")).isEqualTo("day not-a-text");
        assertThat(refused("\"at\":\"+99999-01-01T00:00:00Z\"")).isEqualTo("at invalid-instant");
        assertThat(refused("\"at\":\"2026-03-01\"")).isEqualTo("at invalid-instant");
        assertThat(refused("\"parts\":[{\"name\":7}]")).isEqualTo("parts[0].name not-a-text");
        assertThat(refused("\"parts\":[null]")).isEqualTo("parts[0] wrong-type");
        assertThat(refused("\"parts\":{}")).isEqualTo("parts wrong-type");
        assertThat(refused("\"owner\":1")).isEqualTo("owner unknown-field");
    }

    @Test
    public void namesTheFieldWhoseTextIsNoText() {
        assertThat(refused("\"parts\":[{\"name\":\"a\\u0000b\"}]")).isEqualTo("parts[0].name invalid-characters");
        assertThat(refused("\"parts\":[{\"name\":\"a\\ud800b\"}]")).isEqualTo("parts[0].name invalid-characters");
        assertThat(refused("\"parts\":[{\"name\":\"a\\udc00\"}]")).isEqualTo("parts[0].name invalid-characters");
    }

    @Test
    public void refusesMissingPrimitives() {
        assertThat(refusedDocument("{\"id\":\"1\",\"name\":\"x\"}")).isEqualTo("version wrong-type");
    }

    @Test
    public void refusesDocumentsThatAreNotOne() {
        assertThat(refusedDocument("{\"name\":\"x\",\"name\":\"y\"}")).isEqualTo("malformed-json");
        assertThat(refusedDocument("{\"id\":\"1\",\"version\":1,\"name\":\"x\"} {}"))
                .isEqualTo("unexpected-form");
        assertThat(refusedDocument("{\"name\":")).isEqualTo("malformed-json");
        assertThat(refusedDocument("\u0000")).isEqualTo("malformed-json");
        assertThat(refusedDocument("7")).isEqualTo("unexpected-form");
        assertThat(refusedDocument("{\"parts\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .isIn("parts[0] wrong-type", "too-complex");
    }

    @Test
    public void refusesDeepDocumentsEverywhere() {
        String deep = "{\"x\":".repeat(100) + "1" + "}".repeat(100);
        MalformedRequestException e = catchThrowableOfType(
                MalformedRequestException.class, () -> read(deep, com.fasterxml.jackson.databind.JsonNode.class));
        assertThat(e.code()).isEqualTo("too-complex");
    }

    private String refused(String field) {
        return refusedDocument("{\"id\":\"1\",\"version\":1,\"name\":\"x\"," + field + "}");
    }

    private String refusedDocument(String document) {
        MalformedRequestException e = catchThrowableOfType(MalformedRequestException.class, () -> read(document));
        if (e.errors().isEmpty()) {
            return e.code();
        }
        FieldError error = e.errors().get(0);
        return error.field() + " " + error.code();
    }

    private Thing read(String document) {
        return read(document, Thing.class);
    }

    @SuppressWarnings("unchecked")
    private <T> T read(String document, Class<T> type) {
        try {
            return (T) new JsonReader(mapper)
                    .readFrom(
                            (Class<Object>) (Class<?>) type,
                            type,
                            new java.lang.annotation.Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
