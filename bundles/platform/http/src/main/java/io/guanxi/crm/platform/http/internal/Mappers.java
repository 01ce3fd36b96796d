package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The configuration of JSON: strict in what it reads, exact in what it writes. */
public final class Mappers {

    private static final Map<ClassLoader, WeakReference<ObjectMapper>> BY_BUNDLE = new WeakHashMap<>();

    private Mappers() {}

    /**
     * The mapper for a bundle's types. A mapper remembers every class it has seen; one for all bundles would keep those
     * of each that was ever exchanged. It lives as long as somebody, such as the bundle's application, holds it.
     */
    public static ObjectMapper of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        synchronized (BY_BUNDLE) {
            WeakReference<ObjectMapper> known = BY_BUNDLE.get(loader);
            ObjectMapper mapper = known == null ? null : known.get();
            if (mapper == null) {
                mapper = create();
                BY_BUNDLE.put(loader, new WeakReference<>(mapper));
            }
            return mapper;
        }
    }

    public static ObjectMapper create() {
        ObjectMapper mapper = JsonMapper.builder(JsonLimits.USUAL.factory().copy())
                .annotationIntrospector(new WireNames())
                .addModule(new Jdk8Module())
                .addModule(new StrictScalars())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .build();
        // An absent list is an empty one, and no list has holes.
        JsonSetter.Value full = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
        mapper.configOverride(List.class).setSetterInfo(full);
        mapper.configOverride(Set.class).setSetterInfo(full);
        mapper.configOverride(Map.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }
}
