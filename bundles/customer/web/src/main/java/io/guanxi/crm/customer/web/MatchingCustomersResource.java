package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.ListBatches;
import io.guanxi.crm.platform.http.BulkBody;
import io.guanxi.crm.platform.http.BulkStart;
import io.guanxi.crm.platform.http.BulkView;
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

/** Every customer that the list matches, not a page: as a file, or changed at once. */
@Path("customers")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class MatchingCustomersResource {

    private final Neighbour<CustomerArchive> archive;
    private final ExportSources sources;
    private final BulkStart bulk;
    private final Clock clock;

    MatchingCustomersResource(
            Neighbour<CustomerArchive> archive, ExportSources sources, Neighbour<BulkChanges> changes, Clock clock) {
        this.archive = archive;
        this.sources = sources;
        this.bulk = new BulkStart(changes, "customers");
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response customers(
            @BeanParam ListParameters parameters,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("archived") @Nullable String archived,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = parameters.everything(archive.get().fields(), clock);
        return ExportResponse.of(sources.get("customers"), matching(query, kind, archived), headers, uri);
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Archives, restores or patches many customers",
            description = "Those of ids, or all that q, filter, kind and archived match; a job of /bulk-changes.")
    @ApiResponse(
            responseCode = "202",
            description = "the change is queued",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    public Response bulk(
            BulkBody body,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("archived") @Nullable String archived,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        return bulk.answer(
                body,
                CustomerBody.class,
                Optional.empty(),
                () -> matching(body.query(archive.get().fields(), clock), kind, archived)::next,
                uri,
                language);
    }

    private IdBatches matching(ListQuery query, @Nullable String kind, @Nullable String archived) {
        Optional<CustomerKind> only = Params.constant("kind", kind, CustomerKind.class);
        boolean put = Params.flag("archived", archived, false);
        return new ListBatches<>(
                query, part -> archive.get().ids(new CustomerQuery(part, only, put)), CustomerId::value);
    }
}
