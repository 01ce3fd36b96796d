package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.http.internal.JsonFailures;
import io.guanxi.crm.platform.http.internal.Mappers;

/** The one way JSON is read and written. */
public final class Json {

    public static final String MERGE_PATCH = "application/merge-patch+json";
    public static final String PROBLEM = "application/problem+json";

    private Json() {}

    /** A mapper that reads and writes like the REST interface. Keep it no longer than the bundles whose types it meets. */
    public static ObjectMapper newMapper() {
        return Mappers.create();
    }

    /** @throws MalformedRequestException naming the field that is unknown or not a value of its type */
    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return Mappers.of(type).treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw JsonFailures.toException(e);
        }
    }

    /** What {@link #tree} wrote as text, or somebody else. */
    static JsonNode parse(String text, Class<?> type) {
        try {
            return Mappers.of(type).readTree(text);
        } catch (JsonProcessingException e) {
            throw JsonFailures.toException(e);
        }
    }

    static ObjectNode tree(Object value) {
        return Mappers.of(value.getClass()).valueToTree(value);
    }
}
