package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.http.CrmApplication;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.core.Application;

/** The OpenAPI document of one module, read from its resource classes. */
final class ModuleDocument {

    private ModuleDocument() {}

    /** One at a time: what the reader converts types with is global. */
    static synchronized ObjectNode of(Application application) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Reader.class.getClassLoader());
        ObjectMapper ours = io.guanxi.crm.platform.http.Json.newMapper();
        ModelResolver names = new ModelResolver(ours);
        WireTypes types = new WireTypes(ours);
        ModelConverters converters = ModelConverters.getInstance();
        converters.addConverter(names);
        converters.addConverter(types);
        try {
            OpenAPI document = new Reader(new OpenAPI()).read(resources(application));
            return Json.mapper().valueToTree(document);
        } finally {
            converters.removeConverter(types);
            converters.removeConverter(names);
            // Its cache would keep the classes of every module that was ever exchanged.
            Json.mapper().getTypeFactory().clearCache();
            thread.setContextClassLoader(before);
        }
    }

    private static Set<Class<?>> resources(Application application) {
        if (application instanceof CrmApplication ours) {
            return ours.resources().stream().map(Object::getClass).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<Class<?>> classes = new LinkedHashSet<>(application.getClasses());
        application.getSingletons().forEach(singleton -> classes.add(singleton.getClass()));
        return classes;
    }
}
