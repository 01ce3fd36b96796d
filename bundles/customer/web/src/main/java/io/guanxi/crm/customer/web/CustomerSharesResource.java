package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerShares;
import io.guanxi.crm.customer.Share;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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

/** Whom a customer belongs to, and who else is let in on it. */
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class CustomerSharesResource {

    private static final String LIST = "customer-shares";

    private final Neighbour<CustomerShares> shares;

    CustomerSharesResource(Neighbour<CustomerShares> shares) {
        this.shares = shares;
    }

    @POST
    @Path("{customerId}/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives the customer to another owner, whose department it goes to")
    public OwnershipView transfer(@PathParam("customerId") String customer, TransferBody body) {
        return OwnershipView.of(shares.get().transfer(idOf(customer), Optional.of(body.owner())));
    }

    @POST
    @Path("{customerId}/release")
    @Operation(summary = "Puts the customer into the public pool, which everybody reaches")
    public OwnershipView release(@PathParam("customerId") String customer) {
        return OwnershipView.of(shares.get().transfer(idOf(customer), Optional.empty()));
    }

    @GET
    @Path("{customerId}/shares")
    @Operation(summary = "Who beside the owner is let in on the customer, users first")
    public Page<ShareView> list(
            @PathParam("customerId") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> shares.get().of(idOf(customer)), ShareView::of);
    }

    @POST
    @Path("{customerId}/shares")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lets a user, a team or a department in; a share they have already is replaced")
    public Response share(@PathParam("customerId") String customer, ShareBody body, @Context UriInfo uri) {
        HolderView holder = body.holder()
                .orElseThrow(() -> new InvalidValueException("holder", "required", "Who is to be let in?", "请选择共享对象。"));
        Share share = shares.get()
                .share(idOf(customer), holder.toHolder(), body.writable().orElse(false), body.until());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(HolderView.segment(share.holder()))
                        .build())
                .entity(ShareView.of(share))
                .build();
    }

    @DELETE
    @Path("{customerId}/shares/{id}")
    @Operation(summary = "Ends a share")
    public void withdraw(@PathParam("customerId") String customer, @PathParam("id") String id) {
        shares.get().withdraw(idOf(customer), HolderView.ofSegment(id));
    }

    private static CustomerId idOf(String id) {
        return new CustomerId(Ids.inPath(id));
    }
}
