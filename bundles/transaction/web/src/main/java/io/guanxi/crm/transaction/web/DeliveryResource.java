package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.UnknownOrderException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** What left for the customer of an order. */
@Path("orders/{orderId}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
public class DeliveryResource {

    private final Neighbour<Ledger> ledger;

    public DeliveryResource(Neighbour<Ledger> ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "The deliveries of an order, oldest first")
    public Page<DeliveryView> list(@PathParam("orderId") String order) {
        return new Page<>(of(order).stream().map(DeliveryView::of).toList(), Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records a delivery")
    public Response deliver(@PathParam("orderId") String order, DeliveryBody body, @Context UriInfo uri) {
        Delivery delivery = ledger.get().deliver(new OrderId(Ids.inPath(order)), body.toDelivery());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Ids.toText(delivery.id()))
                        .build())
                .entity(DeliveryView.of(delivery))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One delivery")
    public DeliveryView get(@PathParam("orderId") String order, @PathParam("id") String id) {
        long wanted = Ids.inPath(id);
        return of(order).stream()
                .filter(delivery -> delivery.id() == wanted)
                .findFirst()
                .map(DeliveryView::of)
                .orElseThrow(() -> new NotFoundException(
                        "unknown-delivery", "The order has no delivery " + id + ".", "订单没有发货记录 " + id + "。"));
    }

    private List<Delivery> of(String order) {
        OrderId id = new OrderId(Ids.inPath(order));
        return ledger.get()
                .find(id)
                .orElseThrow(() -> new UnknownOrderException(id))
                .deliveries();
    }
}
