package io.guanxi.crm.transaction.web;

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
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
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

/** Every order that the list matches: as a file with a row for each of its lines, or changed at once. */
@Path("orders")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class MatchingOrdersResource {

    private final Neighbour<Ledger> ledger;
    private final ExportSources sources;
    private final BulkStart bulk;
    private final Clock clock;

    MatchingOrdersResource(
            Neighbour<Ledger> ledger, ExportSources sources, Neighbour<BulkChanges> changes, Clock clock) {
        this.ledger = ledger;
        this.sources = sources;
        this.bulk = new BulkStart(changes, "orders");
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response orders(
            @BeanParam ListParameters parameters,
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("status") @Nullable String status,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = parameters.everything(ledger.get().fields(), clock);
        return ExportResponse.of(sources.get("orders"), matching(query, customerId, status), headers, uri);
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Confirms, cancels or patches many orders",
            description = "Those of ids, or all that q, filter, customerId and status match; a job of /bulk-changes."
                    + " What was confirmed or cancelled can't be undone.")
    @ApiResponse(
            responseCode = "202",
            description = "the change is queued",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    public Response bulk(
            BulkBody body,
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("status") @Nullable String status,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        return bulk.answer(
                body,
                OrderBody.class,
                Optional.empty(),
                () -> matching(body.query(ledger.get().fields(), clock), customerId, status)::next,
                uri,
                language);
    }

    private IdBatches matching(ListQuery query, @Nullable String customerId, @Nullable String status) {
        Optional<CustomerId> customer =
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id)));
        Optional<OrderStatus> only = Params.constant("status", status, OrderStatus.class);
        return new ListBatches<>(query, part -> ledger.get().ids(new OrderQuery(customer, only, part)), OrderId::value);
    }
}
