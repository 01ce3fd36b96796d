package io.guanxi.crm.transaction.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.ListExport;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
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

/** The list of orders as a file: every matching order, a row for each of its lines. */
@Path("orders")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class OrderExportResource {

    private final Neighbour<Ledger> ledger;
    private final ListExport<OrderEntry> export;

    OrderExportResource(Neighbour<Ledger> ledger, ExportSources sources, Clock clock) {
        this.ledger = ledger;
        this.export = new ListExport<>(
                "orders", "-orderedAt", OrderItem.class, entry -> entry.id().value(), sources, clock);
    }

    @GET
    @Operation(hidden = true)
    public Response orders(
            @BeanParam ListParameters parameters,
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("status") @Nullable String status,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Optional<CustomerId> customer =
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id)));
        Optional<OrderStatus> only = Params.constant("status", status, OrderStatus.class);
        return export.answer(
                parameters,
                ledger.get().fields(),
                part -> ledger.get().list(new OrderQuery(customer, only, part)),
                headers,
                uri);
    }
}
