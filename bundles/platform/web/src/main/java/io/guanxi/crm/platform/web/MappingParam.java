package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guanxi.crm.platform.http.MalformedRequestException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping of headers to columns, as a parameter or a part: {@code {"名称":"name","备注":null}}. */
final class MappingParam {

    private static final int LONGEST = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MappingParam() {}

    /** Blank for columns that are to be left out. */
    static Map<String, String> of(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return Map.of();
        }
        try {
            JsonNode read = json.length() > LONGEST ? MissingNode.getInstance() : MAPPER.readTree(json);
            Map<String, String> mapping = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry : read.properties()) {
                if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
                    throw malformed();
                }
                mapping.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "" : entry.getValue().textValue());
            }
            if (!read.isObject()) {
                throw malformed();
            }
            return mapping;
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    private static MalformedRequestException malformed() {
        return new MalformedRequestException(
                "mapping",
                "invalid-mapping",
                "Give a JSON object of headers and column codes, such as {\"名称\":\"name\"}.",
                "请填写表头到列代码的 JSON 对象，例如 {\"名称\":\"name\"}。");
    }
}
