package io.guanxi.crm.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class JsonLimitsTest {

    private final JsonLimits limits = new JsonLimits(400, 3, 5, 20, 10, 12);

    @Test
    public void readsAsDeepAsAllowed() throws IOException {
        assertThat(read("[[[]]]").size()).isEqualTo(1);
    }

    @Test
    public void refusesWhatIsNestedDeeper() {
        assertThatThrownBy(() -> read("[[[[]]]]")).isInstanceOf(StreamConstraintsException.class);
    }

    private JsonNode read(String document) throws IOException {
        try (JsonParser parser = limits.parser(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))) {
            return Mappers.create().readTree(parser);
        }
    }
}
