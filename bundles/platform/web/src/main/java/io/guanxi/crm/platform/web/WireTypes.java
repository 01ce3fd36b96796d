package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are text on the wire, whatever they are in Java. */
final class WireTypes implements ModelConverter {

    private static final Map<Class<?>, String> FORMATS = Map.of(
            BigDecimal.class, "decimal",
            YearMonth.class, "month",
            LocalTime.class, "time",
            ZoneId.class, "time-zone");

    private final ObjectMapper mapper;

    WireTypes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = mapper.constructType(type.getType()).getRawClass();
        String format = FORMATS.get(raw);
        if (format != null) {
            return new StringSchema().format(format);
        }
        if (raw.isEnum()) {
            StringSchema names = new StringSchema();
            for (Object constant : raw.getEnumConstants()) {
                names.addEnumItem(mapper.convertValue(constant, String.class));
            }
            return names;
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            // A whole body is an object; a member, such as the value of a custom field, can be anything.
            return type.isSchemaProperty() ? new Schema<>() : new ObjectSchema();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
