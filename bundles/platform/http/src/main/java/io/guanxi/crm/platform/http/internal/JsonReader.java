package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.TooLargeException;
import io.guanxi.crm.platform.http.UnsupportedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies up to the {@linkplain HttpSettings configured} length. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH, "*/*"})
public final class JsonReader implements MessageBodyReader<Object> {

    private final ObjectMapper mapper;

    public JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !InputStream.class.isAssignableFrom(type) && type != String.class && type != byte[].class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        requireJson(mediaType, headers);
        JsonLimits limits = JsonLimits.current();
        requireShort(headers.getFirst(HttpHeaders.CONTENT_LENGTH), limits);
        try (JsonParser parser = limits.parser(body)) {
            Object value = mapper.readerFor(mapper.constructType(genericType)).readValue(parser);
            if (value == null) {
                throw JsonFailures.notTheForm();
            }
            return value;
        } catch (LimitedStream.ExceededException e) {
            throw new TooLargeException(limits.maxBytes());
        } catch (JsonProcessingException e) {
            throw JsonFailures.toException(e);
        }
    }

    private static void requireJson(MediaType type, MultivaluedMap<String, String> headers) {
        String subtype = type.getSubtype();
        boolean json = type.getType().equalsIgnoreCase("application")
                && (subtype.equalsIgnoreCase("json") || subtype.equalsIgnoreCase("merge-patch+json"));
        String charset = type.getParameters().getOrDefault("charset", "utf-8");
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (!json || !plain || !charset.equalsIgnoreCase("utf-8")) {
            throw new UnsupportedBodyException();
        }
    }

    private static void requireShort(@Nullable String length, JsonLimits limits) {
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limits.maxBytes()) {
            throw new TooLargeException(limits.maxBytes());
        }
    }
}
