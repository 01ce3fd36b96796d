package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;

/** Writes JSON and problem documents. */
@Provider
@Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
public final class JsonWriter implements MessageBodyWriter<Object> {

    private final ObjectMapper mapper;

    public JsonWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != String.class
                && type != byte[].class
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        // Written as a whole: what can't be written must not leave half a document behind.
        byte[] document = mapper.writeValueAsBytes(value instanceof Page<?> page ? shown(page) : value);
        body.write(document);
    }

    private Object shown(Page<?> page) {
        if (page.projection().names().isEmpty()) {
            return page;
        }
        JsonNode tree = mapper.valueToTree(page);
        tree.path("items").forEach(page.projection()::apply);
        return tree;
    }
}
