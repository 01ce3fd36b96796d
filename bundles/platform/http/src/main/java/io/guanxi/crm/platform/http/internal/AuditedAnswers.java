package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.http.FileAnswer;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.PersonalData;
import io.guanxi.crm.platform.modules.Neighbour;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.DynamicFeature;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.FeatureContext;
import javax.ws.rs.core.Response;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Leaves in the audit trail what personal data was shown and what left as a file. Reads are noted in passing; a file begins
 * only once it is known that it does.
 */
public final class AuditedAnswers implements DynamicFeature {

    private static final int LONGEST_QUERY = 2000;

    private final Consumer<Consumer<AuditTrail>> trail;

    /** @param application whose bundle asks for the trail; none is kept for plain Java */
    public AuditedAnswers(Class<?> application) {
        this(work -> tell(application, work));
    }

    AuditedAnswers(Consumer<Consumer<AuditTrail>> trail) {
        this.trail = trail;
    }

    private static void tell(Class<?> application, Consumer<AuditTrail> work) {
        Bundle bundle = FrameworkUtil.getBundle(application);
        BundleContext context = bundle == null ? null : bundle.getBundleContext();
        if (context == null) {
            return;
        }
        ServiceReference<AuditTrail> reference = context.getServiceReference(AuditTrail.class);
        AuditTrail known = reference == null ? null : context.getService(reference);
        if (known != null) {
            work.accept(known);
        } else {
            try (Neighbour<AuditTrail> awaited = Neighbour.tracked(context, AuditTrail.class)) {
                work.accept(awaited.get());
            }
        }
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        PersonalData personal = resource.getResourceMethod().getAnnotation(PersonalData.class);
        if (personal != null) {
            context.register(new Reads(personal.value()));
        } else if (Response.class.isAssignableFrom(resource.getResourceMethod().getReturnType())) {
            context.register(new Exports());
        }
    }

    /** Of methods that show personal data. */
    private final class Reads implements ContainerResponseFilter {

        private final String type;

        Reads(String type) {
            this.type = type;
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() != Response.Status.OK.getStatusCode()) {
                return;
            }
            Optional<String> id =
                    Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("id"));
            if (id.filter(text -> text.matches("[1-9][0-9]{0,17}")).isPresent()) {
                trail.accept(all -> all.note(Act.of(ActKind.READ).on(type, Long.parseLong(id.get()))));
            } else if (response.getEntity() instanceof Page<?> page
                    && !page.items().isEmpty()) {
                trail.accept(all -> all.note(Act.of(ActKind.LISTED)
                        .on(type)
                        .telling("rows", page.items().size())));
            }
        }
    }

    /** Of methods that may answer with a file. */
    private final class Exports implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getEntity() instanceof FileAnswer file) {
                Act begun = Act.of(ActKind.EXPORT_BEGUN).on(file.type()).telling("query", query(request));
                trail.accept(all -> all.record(begun));
                file.onFinish(rows -> trail.accept(all -> all.record(ended(file, rows))));
            }
        }

        private Act ended(FileAnswer file, long rows) {
            Act ended = Act.of(ActKind.EXPORTED).on(file.type());
            return rows < 0 ? ended.telling("brokenOff", true) : ended.telling("rows", Math.toIntExact(rows));
        }

        private String query(ContainerRequestContext request) {
            String query = request.getUriInfo().getQueryParameters().entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
                    .sorted()
                    .collect(Collectors.joining("&"));
            return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
        }
    }
}
