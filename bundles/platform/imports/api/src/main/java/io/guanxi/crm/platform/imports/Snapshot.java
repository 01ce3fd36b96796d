package io.guanxi.crm.platform.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.guanxi.crm.platform.fields.FieldValue;

/** A value made of records, as text for an {@link UndoLog}. */
public final class Snapshot<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // of records the components alone
            .addMixIn(FieldValue.class, ByType.class)
            .build();

    /** Values of custom fields tell their type by a name of ours, never by that of a class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FieldValue.TextValue.class, name = "text"),
        @JsonSubTypes.Type(value = FieldValue.NumberValue.class, name = "number"),
        @JsonSubTypes.Type(value = FieldValue.MoneyValue.class, name = "money"),
        @JsonSubTypes.Type(value = FieldValue.DateValue.class, name = "date"),
        @JsonSubTypes.Type(value = FieldValue.InstantValue.class, name = "instant"),
        @JsonSubTypes.Type(value = FieldValue.BooleanValue.class, name = "boolean"),
        @JsonSubTypes.Type(value = FieldValue.ChoiceValue.class, name = "choice"),
        @JsonSubTypes.Type(value = FieldValue.ChoicesValue.class, name = "choices"),
        @JsonSubTypes.Type(value = FieldValue.ReferenceValue.class, name = "reference")
    })
    private interface ByType {}

    private final ObjectWriter writer;
    private final ObjectReader reader;

    private Snapshot(Class<T> type) {
        this.writer = MAPPER.writerFor(type);
        this.reader = MAPPER.readerFor(type);
    }

    public static <T> Snapshot<T> of(Class<T> type) {
        return new Snapshot<>(type);
    }

    public String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The value that was written. */
    public T read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
