package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.HistoryPages;
import io.guanxi.crm.platform.http.HistoryPages.ChangeView;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.UnknownOrderException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The orders. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class OrderResource {

    private final Neighbour<Ledger> ledger;
    private final Neighbour<CustomerArchive> customers;
    private final Neighbour<ChangeHistory> history;
    private final Clock clock;

    public OrderResource(
            Neighbour<Ledger> ledger,
            Neighbour<CustomerArchive> customers,
            Neighbour<ChangeHistory> history,
            Clock clock) {
        this.ledger = ledger;
        this.history = history;
        this.customers = customers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Orders, newest first if not asked otherwise")
    public Page<OrderItem> list(
            @BeanParam ListParameters parameters,
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("status") @Nullable String status) {
        Ledger orders = ledger.get();
        ListRequest<OrderItem> request =
                parameters.read("orders", orders.fields(), "-orderedAt", OrderItem.class, clock);
        OrderQuery query = new OrderQuery(
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id))),
                Params.constant("status", status, OrderStatus.class),
                request.query());
        Slice<OrderEntry> slice = orders.list(query);
        Map<CustomerId, String> names = customers
                .get()
                .names(slice.rows().stream()
                        .map(OrderEntry::customer)
                        .distinct()
                        .toList());
        return request.page(slice, entry -> OrderItem.of(entry, names), () -> orders.count(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters an order")
    public Response place(OrderBody body, @Context UriInfo uri) {
        Order order = ledger.get().place(body.toData());
        return Versioned.created(uri, order.id(), order.version(), view(order));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One order with its lines")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes an order, its status included: JSON Merge Patch with If-Match")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Order order = found(id);
        ETags.require(ifMatch, order.version());
        OrderBody wanted =
                MergePatch.apply(view(order), OrderBody.of(order.data()), patch, OrderBody.class, OrderView.READ_ONLY);
        return shown(ledger.get().change(order.id(), version, data -> wanted.toData()));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who changed what of an order, newest first")
    public Page<ChangeView> history(
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return HistoryPages.page(history.get(), "order", found(id).id().value(), fields, limit, after);
    }

    private Order found(String id) {
        OrderId itsId = new OrderId(Ids.inPath(id));
        return ledger.get().find(itsId).orElseThrow(() -> new UnknownOrderException(itsId));
    }

    private Response shown(Order order) {
        return Versioned.ok(order.version(), view(order));
    }

    private OrderView view(Order order) {
        CustomerId customer = order.data().customer();
        return OrderView.of(
                order,
                Optional.ofNullable(customers.get().names(List.of(customer)).get(customer)));
    }
}
