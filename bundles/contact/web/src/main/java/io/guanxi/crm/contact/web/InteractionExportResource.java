package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.ListExport;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The list of interactions as a file: every matching one, not a page. */
@Path("interactions")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class InteractionExportResource {

    private final Neighbour<ContactLog> log;
    private final ListExport<Interaction> export;

    InteractionExportResource(Neighbour<ContactLog> log, ExportSources sources, Clock clock) {
        this.log = log;
        this.export = new ListExport<>(
                "interactions",
                "-at",
                InteractionView.class,
                entry -> entry.id().value(),
                sources,
                clock);
    }

    @GET
    @Operation(hidden = true)
    public Response interactions(
            @BeanParam ListParameters parameters,
            @QueryParam("customerId") @Nullable String customerId,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Optional<CustomerId> customer =
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id)));
        return export.answer(
                parameters,
                log.get().fields(),
                part -> log.get().list(new InteractionQuery(customer, part)),
                headers,
                uri);
    }
}
