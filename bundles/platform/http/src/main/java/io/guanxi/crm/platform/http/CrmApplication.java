package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.http.internal.AuditedAnswers;
import io.guanxi.crm.platform.http.internal.JsonReader;
import io.guanxi.crm.platform.http.internal.JsonWriter;
import io.guanxi.crm.platform.http.internal.Mappers;
import io.guanxi.crm.platform.http.internal.ProblemMapper;
import io.guanxi.crm.platform.http.internal.ResponseProblemMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Application;

/** A module's REST application: its resources, and the providers that every module shares. */
public abstract class CrmApplication extends Application {

    private final List<Object> resources;
    private final ObjectMapper mapper = Mappers.of(getClass());

    protected CrmApplication(Object... resources) {
        this.resources = List.of(resources);
    }

    /** The resources alone; the OpenAPI document is made of them. */
    public final List<Object> resources() {
        return resources;
    }

    @Override
    public final Set<Object> getSingletons() {
        Set<Object> singletons = new LinkedHashSet<>(resources);
        singletons.addAll(List.of(
                new JsonReader(mapper),
                new JsonWriter(mapper),
                new ProblemMapper(),
                new ResponseProblemMapper(),
                new AuditedAnswers(getClass())));
        return singletons;
    }
}
