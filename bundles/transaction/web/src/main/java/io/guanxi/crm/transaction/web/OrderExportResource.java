package io.guanxi.crm.transaction.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
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
    private final ExportSources sources;

    OrderExportResource(Neighbour<Ledger> ledger, ExportSources sources) {
        this.ledger = ledger;
        this.sources = sources;
    }

    @GET
    @Operation(hidden = true)
    public Response orders(
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("status") @Nullable String status,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        OrderQuery query = new OrderQuery(
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id))),
                Params.constant("status", status, OrderStatus.class),
                Optional.empty(),
                IdBatches.SIZE);
        return ExportResponse.of(sources.get("orders"), new Pages(ledger, query), headers, uri);
    }

    /** The ids of a list, page by page. */
    private static final class Pages implements IdBatches {

        private final Neighbour<Ledger> ledger;
        private OrderQuery query;

        Pages(Neighbour<Ledger> ledger, OrderQuery query) {
            this.ledger = ledger;
            this.query = query;
        }

        @Override
        public long[] next() {
            List<OrderEntry> page = ledger.get().list(query);
            if (!page.isEmpty()) {
                OrderEntry last = page.get(page.size() - 1);
                query = new OrderQuery(
                        query.customer(),
                        query.status(),
                        Optional.of(new OrderQuery.Position(
                                last.orderedAt(), last.id().value())),
                        SIZE);
            }
            return page.stream().mapToLong(entry -> entry.id().value()).toArray();
        }
    }
}
