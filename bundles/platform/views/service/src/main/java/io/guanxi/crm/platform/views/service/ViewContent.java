package io.guanxi.crm.platform.views.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guanxi.crm.platform.views.ViewData;
import java.util.List;
import java.util.Map;

/** What of a view nobody searches by, as text. */
record ViewContent(List<String> columns, String q, String filter, String sort, Map<String, String> quick) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static String write(ViewData data) {
        try {
            return MAPPER.writeValueAsString(
                    new ViewContent(data.columns(), data.q(), data.filter(), data.sort(), data.quick()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ViewContent read(String text) {
        try {
            return MAPPER.readValue(text, ViewContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
