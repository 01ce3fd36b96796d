package io.guanxi.crm.contact.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.UnknownInteractionException;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** The interactions. */
@Path("interactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "interactions")
public class InteractionResource {

    private final Neighbour<ContactLog> log;
    private final Neighbour<CustomerArchive> customers;
    private final Neighbour<ChangeHistory> history;
    private final Clock clock;

    public InteractionResource(
            Neighbour<ContactLog> log,
            Neighbour<CustomerArchive> customers,
            Neighbour<ChangeHistory> history,
            Clock clock) {
        this.log = log;
        this.history = history;
        this.customers = customers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Interactions, newest first if not asked otherwise")
    public Page<InteractionView> list(
            @BeanParam ListParameters parameters, @QueryParam("customerId") @Nullable String customerId) {
        ContactLog contacts = log.get();
        ListRequest<InteractionView> request =
                parameters.read("interactions", contacts.fields(), "-at", InteractionView.class, clock);
        InteractionQuery query = new InteractionQuery(
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id))),
                request.query());
        Slice<Interaction> slice = contacts.list(query);
        Map<CustomerId, String> names = names(slice.rows());
        return request.page(slice, i -> InteractionView.of(i, names), () -> contacts.count(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records an interaction")
    public Response record(InteractionBody body, @Context UriInfo uri) {
        Interaction interaction = log.get().record(body.toData());
        return Versioned.created(uri, interaction.id(), interaction.version(), view(interaction));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One interaction, archived or not")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes an interaction: JSON Merge Patch with If-Match")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Interaction interaction = found(id);
        ETags.require(ifMatch, interaction.version());
        InteractionView shown = view(interaction);
        InteractionBody wanted =
                MergePatch.apply(shown, shown.data(), patch, InteractionBody.class, InteractionView.READ_ONLY);
        return shown(log.get().change(interaction.id(), version, data -> wanted.toData()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Archives an interaction; nothing is deleted")
    public void archive(@PathParam("id") String id) {
        log.get().archive(new InteractionId(Ids.inPath(id)));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Brings an archived interaction back")
    public Response restore(@PathParam("id") String id) {
        return shown(log.get().restore(new InteractionId(Ids.inPath(id))));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who changed what of an interaction, newest first")
    public Page<ChangeView> history(
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return HistoryPages.page(history.get(), "interaction", found(id).id().value(), fields, limit, after);
    }

    private Interaction found(String id) {
        InteractionId itsId = new InteractionId(Ids.inPath(id));
        return log.get().find(itsId).orElseThrow(() -> new UnknownInteractionException(itsId));
    }

    private Response shown(Interaction interaction) {
        return Versioned.ok(interaction.version(), view(interaction));
    }

    private InteractionView view(Interaction interaction) {
        return InteractionView.of(interaction, names(List.of(interaction)));
    }

    private Map<CustomerId, String> names(List<Interaction> interactions) {
        return customers
                .get()
                .names(interactions.stream()
                        .map(interaction -> interaction.data().customer())
                        .distinct()
                        .toList());
    }
}
