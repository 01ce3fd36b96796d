package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.Payment;
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

/** What came in for an order. */
@Path("orders/{orderId}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class PaymentResource {

    private final Neighbour<Ledger> ledger;

    public PaymentResource(Neighbour<Ledger> ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "The payments of an order, oldest first")
    public Page<PaymentView> list(@PathParam("orderId") String order) {
        return new Page<>(of(order).stream().map(PaymentView::of).toList(), Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records a payment")
    public Response pay(@PathParam("orderId") String order, PaymentBody body, @Context UriInfo uri) {
        Payment payment = ledger.get().pay(new OrderId(Ids.inPath(order)), body.toPayment());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Ids.toText(payment.id()))
                        .build())
                .entity(PaymentView.of(payment))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One payment")
    public PaymentView get(@PathParam("orderId") String order, @PathParam("id") String id) {
        long wanted = Ids.inPath(id);
        return of(order).stream()
                .filter(payment -> payment.id() == wanted)
                .findFirst()
                .map(PaymentView::of)
                .orElseThrow(() -> new NotFoundException(
                        "unknown-payment", "The order has no payment " + id + ".", "订单没有回款记录 " + id + "。"));
    }

    private List<Payment> of(String order) {
        OrderId id = new OrderId(Ids.inPath(order));
        return ledger.get()
                .find(id)
                .orElseThrow(() -> new UnknownOrderException(id))
                .payments();
    }
}
