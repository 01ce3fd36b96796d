package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of the fields a type has on the wire, those of unwrapped parts included. */
public final class WireFields {

    private WireFields() {}

    public static Set<String> of(Class<?> type) {
        ObjectMapper mapper = Mappers.of(type);
        Set<String> names = new LinkedHashSet<>();
        for (BeanPropertyDefinition property : mapper.getSerializationConfig()
                .introspect(mapper.constructType(type))
                .findProperties()) {
            AnnotatedMember member = property.getAccessor();
            if (member != null && member.hasAnnotation(JsonUnwrapped.class)) {
                names.addAll(of(member.getRawType()));
            } else if (member != null) {
                names.add(property.getName());
            }
        }
        return names;
    }
}
