package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.ListBatches;
import io.guanxi.crm.platform.http.BulkBody;
import io.guanxi.crm.platform.http.BulkStart;
import io.guanxi.crm.platform.http.BulkView;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.ListQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Every interaction that the list matches, not a page: as a file, or changed at once. */
@Path("interactions")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class MatchingInteractionsResource {

    private final Neighbour<ContactLog> log;
    private final ExportSources sources;
    private final BulkStart bulk;
    private final Clock clock;

    MatchingInteractionsResource(
            Neighbour<ContactLog> log, ExportSources sources, Neighbour<BulkChanges> changes, Clock clock) {
        this.log = log;
        this.sources = sources;
        this.bulk = new BulkStart(changes, "interactions");
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response interactions(
            @BeanParam ListParameters parameters,
            @QueryParam("customerId") @Nullable String customerId,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = parameters.everything(log.get().fields(), clock);
        return ExportResponse.of(sources.get("interactions"), matching(query, customerId), headers, uri);
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Archives, restores or patches many interactions",
            description = "Those of ids, or all that q, filter and customerId match; a job of /bulk-changes.")
    @ApiResponse(
            responseCode = "202",
            description = "the change is queued",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    public Response bulk(
            BulkBody body,
            @QueryParam("customerId") @Nullable String customerId,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        return bulk.answer(
                body,
                InteractionBody.class,
                Optional.empty(),
                () -> matching(body.query(log.get().fields(), clock), customerId)::next,
                uri,
                language);
    }

    private IdBatches matching(ListQuery query, @Nullable String customerId) {
        Optional<CustomerId> customer =
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id)));
        return new ListBatches<>(
                query, part -> log.get().ids(new InteractionQuery(customer, part)), InteractionId::value);
    }
}
