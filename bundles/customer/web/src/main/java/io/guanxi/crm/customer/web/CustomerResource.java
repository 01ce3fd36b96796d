package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.UnknownCustomerException;
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
import io.guanxi.crm.platform.http.PersonalData;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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

/** The customers. */
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class CustomerResource {

    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<ChangeHistory> history;
    private final Clock clock;

    public CustomerResource(Neighbour<CustomerArchive> archive, Neighbour<ChangeHistory> history, Clock clock) {
        this.archive = archive;
        this.history = history;
        this.clock = clock;
    }

    @GET
    @PersonalData("customer")
    @Operation(summary = "Customers by name, pinyin, phone number, e-mail address or code, filtered and sorted")
    public Page<CustomerItem> list(
            @BeanParam ListParameters parameters,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("archived") @Nullable String archived) {
        CustomerArchive customers = archive.get();
        ListRequest<CustomerItem> request =
                parameters.read("customers", customers.fields(), "name", CustomerItem.class, clock);
        CustomerQuery query = new CustomerQuery(
                request.query(),
                Params.constant("kind", kind, CustomerKind.class),
                Params.flag("archived", archived, false));
        return request.page(customers.list(query), CustomerItem::of, () -> customers.count(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters a new customer")
    public Response create(CustomerBody body, @Context UriInfo uri) {
        Customer customer = archive.get().register(body.toData());
        return Versioned.created(uri, customer.id(), customer.version(), CustomerView.of(customer));
    }

    @GET
    @PersonalData("customer")
    @Path("{id}")
    @Operation(summary = "One customer, archived or not")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes a customer: JSON Merge Patch with If-Match")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Customer customer = found(id);
        ETags.require(ifMatch, customer.version());
        CustomerView shown = CustomerView.of(customer);
        CustomerBody wanted = MergePatch.apply(shown, shown.data(), patch, CustomerBody.class, CustomerView.READ_ONLY);
        return shown(archive.get().change(customer.id(), version, data -> wanted.toData()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Archives a customer; nothing is deleted")
    public void archive(@PathParam("id") String id) {
        archive.get().archive(idOf(id));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Brings an archived customer back")
    public Response restore(@PathParam("id") String id) {
        return shown(archive.get().restore(idOf(id)));
    }

    @GET
    @PersonalData("customer")
    @Path("{id}/history")
    @Operation(summary = "Who changed what of a customer, newest first")
    public Page<ChangeView> history(
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return HistoryPages.page(history.get(), "customer", found(id).id().value(), fields, limit, after);
    }

    private Customer found(String id) {
        CustomerId itsId = idOf(id);
        return archive.get().find(itsId).orElseThrow(() -> new UnknownCustomerException(itsId));
    }

    private static CustomerId idOf(String id) {
        return new CustomerId(Ids.inPath(id));
    }

    private static Response shown(Customer customer) {
        return Versioned.ok(customer.version(), CustomerView.of(customer));
    }
}
