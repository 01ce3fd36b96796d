package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Gives every enum constant without an annotation of its own its {@linkplain Names name on the wire}. */
final class WireNames extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, annotatedClass, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (found[i] == null) {
                found[i] = Names.onTheWire(constants[i]);
            }
        }
        return found;
    }
}
