package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.Subscriptions;
import io.guanxi.crm.platform.events.UnknownDeadLetterException;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who gets our events, how far each one is, and what could not be delivered. */
@Path("subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class SubscriptionsResource {

    private static final String LIST = "dead-letters";
    private static final String NAME = "{name}";
    private static final String LETTERS = NAME + "/dead-letters";
    private static final String LETTER = LETTERS + "/{sequence}";

    private final Neighbour<Subscriptions> subscriptions;

    SubscriptionsResource(Neighbour<Subscriptions> subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** All subscribers. */
    public record SubscriptionList(List<SubscriptionView> items) {}

    @GET
    @Operation(summary = "Subscribers with their positions")
    public SubscriptionList list() {
        return new SubscriptionList(
                subscriptions.get().list().stream().map(SubscriptionView::of).toList());
    }

    @DELETE
    @Path(NAME)
    @Operation(summary = "Forget a subscriber that is gone for good")
    @ApiResponse(responseCode = "204", description = "its position and its dead letters are deleted")
    public Response forget(@PathParam("name") String name) {
        subscriptions.get().forget(name);
        return Response.noContent().build();
    }

    @POST
    @Path(NAME + "/pause")
    @Operation(summary = "Let a subscriber wait")
    @ApiResponse(responseCode = "204", description = "it gets nothing more after the batch at hand")
    public Response pause(@PathParam("name") String name) {
        subscriptions.get().pause(name);
        return Response.noContent().build();
    }

    @POST
    @Path(NAME + "/resume")
    @Operation(summary = "End a pause, or try failed events again at once")
    @ApiResponse(responseCode = "204", description = "its events are delivered again")
    public Response resume(@PathParam("name") String name) {
        subscriptions.get().resume(name);
        return Response.noContent().build();
    }

    @GET
    @Path(LETTERS)
    @Operation(summary = "Events that a subscriber could not take, oldest first")
    public Page<SubscriptionView.DeadLetterView> deadLetters(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return NumberedPage.of(
                LIST + ":" + name,
                limit,
                after,
                (behind, most) -> subscriptions.get().deadLetters(name, behind.orElse(0L), most),
                SubscriptionView.DeadLetterView::of,
                letter -> letter.event().sequence());
    }

    @POST
    @Path(LETTERS + "/replay")
    @Operation(summary = "Deliver all dead letters of a subscriber again")
    @ApiResponse(responseCode = "202", description = "they are delivered in the background")
    public Response replayAll(@PathParam("name") String name) {
        subscriptions.get().replayAll(name);
        return Response.accepted().build();
    }

    @POST
    @Path(LETTER + "/replay")
    @Operation(summary = "Deliver the dead letters of this letter's record again, oldest first")
    @ApiResponse(responseCode = "202", description = "they are delivered in the background")
    public Response replay(@PathParam("name") String name, @PathParam("sequence") String sequence) {
        subscriptions.get().replay(name, sequence(sequence));
        return Response.accepted().build();
    }

    @DELETE
    @Path(LETTER)
    @Operation(summary = "Throw a dead letter away")
    @ApiResponse(responseCode = "204", description = "the subscriber will never get that event")
    public Response discard(@PathParam("name") String name, @PathParam("sequence") String sequence) {
        subscriptions.get().discard(name, sequence(sequence));
        return Response.noContent().build();
    }

    private static long sequence(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new UnknownDeadLetterException();
        }
        return Long.parseLong(text);
    }
}
